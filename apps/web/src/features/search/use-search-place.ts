'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { parseSearchPlace, type SearchPlace } from './search-place.ts';

/** The search that the page's address shows, or null while none is open. */
export function useSearchPlace(): SearchPlace | null {
  const search = useSearchParams();
  return useMemo(() => parseSearchPlace(search), [search]);
}
