export type ThemePreference = 'light' | 'dark' | 'system';

/** Name of the cookie, and of the key in localStorage. */
export const THEME_COOKIE = 'theme';

/** What the cookie (or anything else) says, `system` when it says nothing known. For the server: `data-theme` on html. */
export function parseTheme(value: string | null | undefined): ThemePreference {
  return value === 'light' || value === 'dark' ? value : 'system';
}
