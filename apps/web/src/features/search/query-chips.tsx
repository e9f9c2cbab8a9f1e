'use client';

import X from 'lucide-react/icons/x';
import type { QueryChip } from './split-query.ts';

export interface QueryChipsProps {
  readonly chips: readonly QueryChip[];
  readonly onRemove: (index: number) => void;
}

/** The filters of a search. A press takes one away. */
export function QueryChips({ chips, onRemove }: QueryChipsProps) {
  return chips.map(({ source, filter }, index) => (
    <button
      key={`${filter.start} ${source}`}
      type="button"
      aria-label={`Remove ${source}`}
      onClick={() => onRemove(index)}
      className="touch-row flex h-6 max-w-full items-center gap-1 rounded-sm bg-accent-soft pr-1 pl-2 text-accent text-sm hover:bg-press"
    >
      <span className="truncate">{source}</span>
      <X size={16} aria-hidden="true" className="shrink-0" />
    </button>
  ));
}
