'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type Place, parsePlace } from './place.ts';

const nowhere: Place = { channelId: null, view: null, threadId: null, messageId: null, panel: null };

/** What the page's address shows now. Follows `goTo`, links and the browser's own back and forward. */
export function usePlace(): Place {
  const pathname = usePathname();
  const search = useSearchParams();
  return useMemo(() => parsePlace(pathname, search) ?? nowhere, [pathname, search]);
}
