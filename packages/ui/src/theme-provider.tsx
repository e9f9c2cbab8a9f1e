'use client';

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { parseTheme, THEME_COOKIE, type ThemePreference } from './theme-preference.tsx';
import { useMediaQuery } from './use-media-query.tsx';

export interface Theme {
  /** What was chosen. */
  preference: ThemePreference;
  /** What is shown. */
  resolved: 'light' | 'dark';
  setPreference: (preference: ThemePreference) => void;
}

const ThemeContext = createContext<Theme | null>(null);

/** The sidebar's colour in each theme, for what cannot read CSS: the browser's own bars. */
const barColours = { light: '#f4f1eb', dark: '#121110' };

const YEAR = 31_536_000;

function apply(preference: ThemePreference) {
  document.documentElement.dataset.theme = preference;
}

function remember(preference: ThemePreference) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${THEME_COOKIE}=${preference}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  try {
    localStorage.setItem(THEME_COOKIE, preference);
  } catch {
    // Storage may be denied; the cookie is enough.
  }
}

export interface ThemeProviderProps {
  /** From the cookie, with `parseTheme`; the server puts the same on `<html data-theme>`. */
  initial: ThemePreference;
  children: ReactNode;
}

/** Holds the theme: tells the page, the cookie, the other tabs and the browser's bars. */
export function ThemeProvider({ initial, children }: ThemeProviderProps) {
  const [preference, setState] = useState(initial);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const resolved = preference === 'system' ? (systemDark ? 'dark' : 'light') : preference;

  const setPreference = useCallback((next: ThemePreference) => {
    setState(next);
    apply(next);
    remember(next);
  }, []);

  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key !== THEME_COOKIE || event.newValue === null) return;
      const next = parseTheme(event.newValue);
      setState(next);
      apply(next);
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);

  const theme = useMemo(() => ({ preference, resolved, setPreference }), [preference, resolved, setPreference]);
  return (
    <ThemeContext value={theme}>
      <BarColour preference={preference} />
      {children}
    </ThemeContext>
  );
}

function BarColour({ preference }: { preference: ThemePreference }) {
  if (preference !== 'system') return <meta name="theme-color" content={barColours[preference]} />;
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={barColours.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={barColours.dark} />
    </>
  );
}

/** The theme, and how to change it. Throws outside a `ThemeProvider`. */
export function useTheme(): Theme {
  const theme = use(ThemeContext);
  if (!theme) throw new Error('useTheme needs a ThemeProvider above it.');
  return theme;
}
