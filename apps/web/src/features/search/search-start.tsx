'use client';

import { Button } from '@parley/ui/button';
import Clock from 'lucide-react/icons/clock';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { forgetSearches, recentSearches } from './recent-searches.ts';
import { operators } from './suggest.ts';

export interface SearchStartProps {
  readonly onChoose: (q: string) => void;
  /** An operator was chosen, to be gone on with. */
  readonly onBegin: (source: string) => void;
}

const line =
  'touch-row flex min-h-8.5 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2';

/** Before anything is searched for: what was looked for last, and how to narrow a search down. */
export function SearchStart({ onChoose, onBegin }: SearchStartProps) {
  const { workspace } = useSession();
  const [recent, setRecent] = useState(() => recentSearches(workspace.id));
  const forget = (): void => {
    forgetSearches(workspace.id);
    setRecent([]);
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-2.5 py-3">
      {recent.length > 0 ? (
        <section aria-label="Recent searches" className="pb-4">
          <div className="flex h-7 items-center justify-between px-2">
            <h3 className="text-ink-3 text-xs">Recent</h3>
            <Button size="sm" variant="ghost" onClick={forget}>
              Forget
            </Button>
          </div>
          {recent.map((q) => (
            <button key={q} type="button" data-hit="" className={line} onClick={() => onChoose(`${q} `)}>
              <Clock size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
              <span className="truncate">{q}</span>
            </button>
          ))}
        </section>
      ) : null}
      <section aria-label="Narrow it down">
        <h3 className="flex h-7 items-center px-2 text-ink-3 text-xs">Narrow it down</h3>
        {operators.map(({ name, hint, example }) => (
          <button key={name} type="button" data-hit="" className={line} onClick={() => onBegin(`${name}:`)}>
            <span className="w-16 shrink-0 font-mono text-accent text-xs">{name}:</span>
            <span className="min-w-0 flex-1 truncate">{hint}</span>
            <span className="shrink-0 font-mono text-ink-3 text-xs max-sm:hidden">{example}</span>
          </button>
        ))}
        <p className="px-2 pt-3 text-ink-3 text-sm">
          Quotation marks find an exact phrase, and a minus leaves something out:{' '}
          <span className="font-mono text-xs">-draft</span>
        </p>
      </section>
    </div>
  );
}
