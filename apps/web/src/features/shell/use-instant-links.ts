'use client';

import { useEffect } from 'react';
import { goTo } from './go-to.ts';
import { parsePlace } from './place.ts';

/** Whether a press would open a link in its place, and nobody else has taken it. */
function opensHere(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return !event.defaultPrevented && event.button === 0 && !modified;
}

/** The link that a press is on, when it leads to a place of the workspace. */
function placeLink(target: EventTarget | null, slug: string): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  const inside = link.pathname === `/w/${slug}` || link.pathname.startsWith(`/w/${slug}/`);
  return inside && parsePlace(link.pathname, new URLSearchParams(link.search)) ? link : null;
}

/** Makes every link to another place of this workspace change the address at once, without asking the server for a page. */
export function useInstantLinks(slug: string): void {
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = opensHere(event) ? placeLink(event.target, slug) : null;
      if (!link) return;
      event.preventDefault();
      if (link.href !== location.href) goTo(link.href);
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [slug]);
}
