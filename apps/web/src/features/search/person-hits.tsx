'use client';

import { Avatar } from '@parley/ui/avatar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { useOpenDirect } from '../switcher/use-open-direct.ts';
import type { NameHitsProps } from './channel-hits.tsx';
import { hitKeys } from './hit-keys.ts';
import { LoadingHits, NobodyFound, SearchFailed } from './search-states.tsx';

/** People by name. A press opens the conversation with one. */
export function PersonHits({ q, field, onOpen }: NameHitsProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const openDirect = useOpenDirect();
  const input = { workspaceId: workspace.id, q, limit: 50 };
  const found = useQuery(trpc.search.people.queryOptions(input, { placeholderData: keepPreviousData }));
  if (found.isPending) return <LoadingHits />;
  if (found.isError) return <SearchFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return <NobodyFound q={q} what="person" />;
  return (
    <ul aria-label="People found" onKeyDown={hitKeys(field)}>
      {found.data.items.map(({ id, displayName, handle, avatarUrl, title }) => (
        <li key={id}>
          <button
            type="button"
            data-hit=""
            onClick={() => {
              onOpen();
              openDirect(id);
            }}
            className="flex min-h-13 w-full items-center gap-3 border-line border-b px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
          >
            <Avatar id={id} name={displayName} src={avatarUrl} />
            <span className="min-w-0">
              <span className="block truncate font-semibold text-sm">{displayName}</span>
              <span className="block truncate text-ink-3 text-sm">
                @{handle}
                {title ? ` · ${title}` : null}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
