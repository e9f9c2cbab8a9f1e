'use client';

import { Avatar } from '@parley/ui/avatar';
import clsx from 'clsx';
import type { Suggestion } from './suggest.ts';

export interface SuggestionListProps {
  /** Its options are `id-0`, `id-1` … */
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly chosen: number;
  readonly onPoint: (index: number) => void;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** What the search's field may be completed with. The keys are the field's, which keeps the focus. */
export function SuggestionList({ id, suggestions, chosen, onPoint, onTake }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      className={clsx('panel absolute inset-x-0 top-full z-menu -mt-1 p-1', suggestions.length === 0 && 'hidden')}
    >
      {suggestions.map((suggestion, index) => (
        <button
          key={suggestion.source}
          type="button"
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={index === chosen ? undefined : () => onPoint(index)}
          onClick={() => onTake(suggestion)}
          className={clsx(
            'touch-row flex h-8.5 w-full items-center gap-2.5 rounded-md px-2 text-left text-sm outline-none',
            index === chosen && 'bg-accent-soft',
          )}
        >
          {suggestion.person ? (
            <Avatar
              size={20}
              id={suggestion.person.id}
              name={suggestion.person.name}
              src={suggestion.person.avatarUrl}
            />
          ) : null}
          <span className="shrink-0">{suggestion.label}</span>
          <span className="min-w-0 flex-1 truncate text-ink-3">{suggestion.note}</span>
        </button>
      ))}
    </div>
  );
}
