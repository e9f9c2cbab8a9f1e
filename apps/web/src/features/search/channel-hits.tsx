'use client';

import { Tag } from '@parley/ui/tag';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useTRPC } from '../../trpc/trpc.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { channelPath } from '../shell/place.ts';
import { hitKeys } from './hit-keys.ts';
import { LoadingHits, NobodyFound, SearchFailed } from './search-states.tsx';

export interface NameHitsProps {
  readonly q: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onOpen: () => void;
}

/** Channels by name, those that one could join too. */
export function ChannelHits({ q, field, onOpen }: NameHitsProps) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const input = { workspaceId: workspace.id, q, limit: 50 };
  const found = useQuery(trpc.search.channels.queryOptions(input, { placeholderData: keepPreviousData }));
  if (found.isPending) return <LoadingHits />;
  if (found.isError) return <SearchFailed error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return <NobodyFound q={q} what="channel" />;
  return (
    <ul aria-label="Channels found" onKeyDown={hitKeys(field)}>
      {found.data.items.map((channel) => (
        <li key={channel.id}>
          <a
            data-hit=""
            href={channelPath(workspace.slug, channel.id)}
            onClick={onOpen}
            className="flex min-h-13 flex-col justify-center border-line border-b px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="flex items-center gap-1.5">
              <ChannelIcon kind={channel.kind} className="text-ink-3" />
              <span className="truncate font-semibold text-sm">{channel.name}</span>
              {channel.archivedAt ? <Tag>Archived</Tag> : channel.joined ? null : <Tag>Not joined</Tag>}
            </span>
            <span className="truncate text-ink-3 text-sm">
              {channel.memberCount === 1 ? '1 member' : `${channel.memberCount} members`}
              {channel.topic ? ` · ${channel.topic}` : null}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
