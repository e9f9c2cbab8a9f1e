'use client';

import { useEffect } from 'react';

/** Keeps `--visible-height` at what the on-screen keyboard leaves, where the browser lays it over the page. */
export function useVisibleHeight(): void {
  useEffect(() => {
    const { visualViewport } = window;
    if (!visualViewport) return undefined;
    const root = document.documentElement.style;
    const follow = (): void => {
      const covered = window.innerHeight - visualViewport.height * visualViewport.scale;
      if (covered > 80 && visualViewport.scale < 1.05) {
        root.setProperty('--visible-height', `${visualViewport.height}px`);
        window.scrollTo(0, 0);
      } else root.removeProperty('--visible-height');
    };
    visualViewport.addEventListener('resize', follow);
    return () => {
      visualViewport.removeEventListener('resize', follow);
      root.removeProperty('--visible-height');
    };
  }, []);
}
