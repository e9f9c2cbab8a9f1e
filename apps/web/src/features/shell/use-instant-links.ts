'use client';

import { useEffect } from 'react';
import { goTo } from './go-to.ts';
import { parsePlace } from './place.ts';

/** The link that a press is on, when it would open here and leads to a place of the workspace. */
function placeLink(event: MouseEvent, slug: string): HTMLAnchorElement | null {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified || !(event.target instanceof Element)) return null;
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  const inside = link.pathname === `/w/${slug}` || link.pathname.startsWith(`/w/${slug}/`);
  return inside && parsePlace(link.pathname, new URLSearchParams(link.search)) ? link : null;
}

/** Makes every link to another place of this workspace change the address at once, without asking the server for a page. */
export function useInstantLinks(slug: string): void {
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = placeLink(event, slug);
      if (!link) return;
      event.preventDefault();
      if (link.href !== location.href) goTo(link.href);
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [slug]);
}
