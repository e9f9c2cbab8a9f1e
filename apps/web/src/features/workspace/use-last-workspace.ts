'use client';

import { useEffect } from 'react';
import { LAST_WORKSPACE_COOKIE } from './last-workspace.ts';

const YEAR = 31_536_000;

/** Remembers in this browser that the workspace was open, also when two are open and one looks from one to the other. */
export function useLastWorkspace(slug: string): void {
  useEffect(() => {
    const remember = (): void => {
      const secure = location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = `${LAST_WORKSPACE_COOKIE}=${slug}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    };
    remember();
    window.addEventListener('focus', remember);
    return () => window.removeEventListener('focus', remember);
  }, [slug]);
}
