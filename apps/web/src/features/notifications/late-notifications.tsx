'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { lateCode } from '../shell/late-code.ts';

/** In milliseconds. */
const SETTLED = 4_000;

const loadHost = lateCode(async () => (await import('./notification-host.tsx')).NotificationHost, { quietly: true });

/**
 * Begins to tell of messages once the page has settled, or its reader looks elsewhere. Nothing of it is drawn, and nobody
 * needs it before: its code comes after all else.
 */
export function LateNotifications() {
  const [Host, setHost] = useState<ComponentType | null>(null);
  useEffect(() => {
    let gone = false;
    const begin = (): void => void loadHost().then((host) => !gone && setHost(() => host));
    const timer = setTimeout(begin, SETTLED);
    window.addEventListener('blur', begin, { once: true });
    return () => {
      gone = true;
      clearTimeout(timer);
      window.removeEventListener('blur', begin);
    };
  }, []);
  return Host === null ? null : <Host />;
}
