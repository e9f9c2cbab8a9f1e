'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import CloudOff from 'lucide-react/icons/cloud-off';
import SearchX from 'lucide-react/icons/search-x';
import { useConnection } from '../../sync/use-connection.ts';
import { apiErrorOf } from '../../trpc/api-error.ts';
import { splitQuery } from './split-query.ts';

/** Holds the place of hits that are looked for. */
export function LoadingHits() {
  return (
    <Loading label="Searching" className="flex flex-col gap-5 px-4 pt-4">
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="flex gap-2.5">
          <Skeleton className="size-6.5 shrink-0 rounded-md" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className="h-3.5 w-full" />
          </div>
        </div>
      ))}
    </Loading>
  );
}

/** The search could not be asked, or took too long. */
export function SearchFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { state } = useConnection();
  const offline = state === 'offline';
  const known = apiErrorOf(error);
  return (
    <EmptyState
      icon={<CloudOff size={18} />}
      title={offline ? 'You’re offline' : 'Couldn’t search'}
      text={
        offline ? 'Searching goes on when you’re back.' : (known?.message ?? 'The server did not answer as it should.')
      }
      action={<Button onClick={onRetry}>Try again</Button>}
    />
  );
}

/** Nothing was found. Where filters narrowed the search down, it can be tried without them. */
export function NoMessages({ q, onSearchEverywhere }: { q: string; onSearchEverywhere: (q: string) => void }) {
  const { chips, text } = splitQuery(`${q} `);
  const words = text.trim();
  const narrowed = chips.length > 0 && words !== '';
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title={words === '' ? 'No messages found' : `No messages with “${words}”`}
      text={
        narrowed ? 'There may be some elsewhere.' : 'Try other words, or fewer of them. Parts of words are found too.'
      }
      action={narrowed ? <Button onClick={() => onSearchEverywhere(words)}>Search everywhere</Button> : null}
    />
  );
}

/** No channel or person is called so. */
export function NobodyFound({ q, what }: { q: string; what: 'channel' | 'person' }) {
  const nothing = what === 'channel' ? 'No channel is called' : 'Nobody is called';
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title={q === '' ? 'Type a name' : `${nothing} “${q}”`}
      text="Initials work too, and so does a name with a letter wrong."
    />
  );
}
