'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

// Nothing of it is drawn, and nobody needs it before they look elsewhere: its code comes after all else.
const NotificationHost = dynamic(async () => (await import('./notification-host.tsx')).NotificationHost, {
  ssr: false,
});

/** In milliseconds. */
const SETTLED = 4_000;

/** Begins to tell of messages once the page has settled, or its reader looks elsewhere. Draws nothing. */
export function LateNotifications() {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    const begin = (): void => setBegun(true);
    const timer = setTimeout(begin, SETTLED);
    window.addEventListener('blur', begin);
    document.addEventListener('visibilitychange', begin);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', begin);
      document.removeEventListener('visibilitychange', begin);
    };
  }, []);
  return begun ? <NotificationHost /> : null;
}
