'use client';

import dynamic from 'next/dynamic';
import { lateCode } from '../shell/late-code.ts';
import { useShortcut } from '../shortcuts/shortcuts-provider.tsx';
import { openSearch } from './open-search.ts';
import { useSearchPlace } from './use-search-place.ts';

const SearchPanel = dynamic(
  lateCode(async () => (await import('./search-panel.tsx')).SearchPanel),
  { ssr: false },
);

/** The search at the side, while the address says that it is open. */
export function SearchColumn() {
  const place = useSearchPlace();
  useShortcut('searchAll', () => openSearch(''));
  return place ? <SearchPanel place={place} /> : null;
}
