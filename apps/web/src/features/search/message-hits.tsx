'use client';

import { Button } from '@parley/ui/button';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { hitKeys } from './hit-keys.ts';
import { MessageHit } from './message-hit.tsx';
import type { SearchSort } from './search-place.ts';
import { LoadingHits, NoMessages, SearchFailed } from './search-states.tsx';
import { useMessageHits } from './use-message-hits.ts';

export interface MessageHitsProps {
  readonly q: string;
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Searches for something else instead. */
  readonly onSearchEverywhere: (q: string) => void;
}

/** Where lists of hits were left, by what they show, to come back to it. */
const left = new Map<string, number>();

/** The messages that were found, page by page as one scrolls. */
export function MessageHits({ q, sort, onSort, field, onSearchEverywhere }: MessageHitsProps) {
  const found = useMessageHits(q, sort);
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const key = `${sort} ${q}`;
  const ready = found.isSuccess && !found.isPlaceholderData;
  useLayoutEffect(() => {
    if (ready && scroller.current) scroller.current.scrollTop = left.get(key) ?? 0;
  }, [key, ready]);
  const { fetchNextPage, hasNextPage, isFetchNextPageError } = found;
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchNextPageError) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void fetchNextPage(),
      { root: scroller.current, rootMargin: '400px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [fetchNextPage, hasNextPage, isFetchNextPageError]);
  if (found.isPending) return <LoadingHits />;
  if (found.isError && found.hits.length === 0)
    return <SearchFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (found.hits.length === 0) return <NoMessages q={q} onSearchEverywhere={onSearchEverywhere} />;
  return (
    <>
      <div className="flex h-9 shrink-0 items-center justify-between gap-3 pr-3 pl-4 text-ink-3 text-xs">
        <p role="status">
          {found.hasNextPage ? `More than ${countOf(found.hits.length)}` : countOf(found.hits.length)}
        </p>
        <SortChoice sort={sort} onSort={onSort} />
      </div>
      <div
        ref={scroller}
        onScroll={(event) => ready && left.set(key, event.currentTarget.scrollTop)}
        aria-busy={found.isPlaceholderData}
        className={`min-h-0 flex-1 overflow-y-auto transition-opacity ${found.isPlaceholderData ? 'opacity-60' : ''}`}
      >
        <ol aria-label="Messages found" onKeyDown={hitKeys(field)}>
          {found.hits.map((hit) => (
            <MessageHit key={hit.message.id} hit={hit} q={q} />
          ))}
        </ol>
        <div ref={end} className="flex min-h-10 items-center justify-center pb-2">
          {found.hasNextPage ? (
            <Button size="sm" variant="ghost" pending={found.isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {isFetchNextPageError ? 'Couldn’t load more. Try again' : 'Show more'}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
}

function SortChoice({ sort, onSort }: Pick<MessageHitsProps, 'sort' | 'onSort'>) {
  const orders = [
    ['RELEVANCE', 'Best first'],
    ['NEWEST', 'Newest first'],
  ] as const;
  return (
    <div role="group" aria-label="Order" className="flex gap-1">
      {orders.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={sort === value}
          onClick={() => onSort(value)}
          className="touch-row rounded-sm px-1.5 py-0.5 hover:text-ink aria-pressed:bg-ink/6 aria-pressed:text-ink"
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}
