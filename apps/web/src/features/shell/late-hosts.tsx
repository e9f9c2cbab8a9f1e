'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { lateCode } from './late-code.ts';

/** In milliseconds. */
const SETTLED = 4_000;

const loadHosts = lateCode(async () => (await import('./hosts.tsx')).Hosts, { quietly: true });

/**
 * Begins to tell of messages, and of what was delivered, once the page has settled, or its reader looks elsewhere. Nothing of
 * it is drawn, and nobody needs it before: its code comes after all else.
 */
export function LateHosts() {
  const [Found, setFound] = useState<ComponentType | null>(null);
  useEffect(() => {
    let gone = false;
    const begin = (): void => void loadHosts().then((hosts) => !gone && setFound(() => hosts));
    const timer = setTimeout(begin, SETTLED);
    window.addEventListener('blur', begin, { once: true });
    return () => {
      gone = true;
      clearTimeout(timer);
      window.removeEventListener('blur', begin);
    };
  }, []);
  return Found === null ? null : <Found />;
}
