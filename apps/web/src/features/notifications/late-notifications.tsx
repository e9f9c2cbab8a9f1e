'use client';

import { type ComponentType, useEffect, useState } from 'react';

/** In milliseconds. */
const SETTLED = 4_000;

/**
 * Begins to tell of messages once the page has settled, or its reader looks elsewhere. Nothing of it is drawn, and nobody
 * needs it before: its code comes after all else, and where it can't be fetched now, it is asked for again later.
 */
export function LateNotifications() {
  const [Host, setHost] = useState<ComponentType | null>(null);
  const begun = Host !== null;
  useEffect(() => {
    if (begun) return;
    let gone = false;
    const begin = async (): Promise<void> => {
      try {
        const { NotificationHost } = await import('./notification-host.tsx');
        if (!gone) setHost(() => NotificationHost);
      } catch {
        // Without a network there is nothing to tell of: the next sign of one asks again.
      }
    };
    const ask = (): void => void begin();
    const timer = setTimeout(ask, SETTLED);
    const signs = ['blur', 'online', 'focus'];
    for (const sign of signs) window.addEventListener(sign, ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [begun]);
  return Host === null ? null : <Host />;
}
