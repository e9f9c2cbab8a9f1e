'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { EmptyState } from '@parley/ui/empty-state';
import { SearchField } from '@parley/ui/search-field';
import { Skeleton } from '@parley/ui/skeleton';
import { showToast } from '@parley/ui/toast-store';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import { useDeferredValue, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { firstPage, pageInput } from '../../trpc/page-input.ts';
import { type ApiOutput, useTRPC, useTRPCClient } from '../../trpc/trpc.ts';
import { type AppDialogProps, useOpenDialog } from '../shell/dialogs.tsx';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';

type Browsed = ApiOutput['channel']['browse']['items'][number];

/** The workspace's channels: those one may join, and those one is in. */
export function BrowseChannelsDialog({ open, onOpenChange }: AppDialogProps) {
  const { workspace } = useSession();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const trpc = useTRPC();
  const api = useTRPCClient();
  const input = { workspaceId: workspace.id, q, limit: 30 };
  const found = useInfiniteQuery({
    queryKey: trpc.channel.browse.infiniteQueryKey(input),
    queryFn: ({ pageParam }) => api.channel.browse.query(pageInput(input, pageParam)),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  const channels = found.data?.pages.flatMap((page) => page.items) ?? [];
  const openDialog = useOpenDialog();
  const guest = workspace.role === 'GUEST';
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Browse channels" size="lg">
      <div className="flex gap-2">
        <SearchField label="Search channels" value={typed} onValueChange={setTyped} className="flex-1" />
        {guest ? null : <Button onClick={() => openDialog('createChannel')}>Create a channel</Button>}
      </div>
      {found.isPending ? <Skeleton className="mt-4 h-40" /> : null}
      {found.isError ? (
        <EmptyState
          title="Couldn’t load the channels"
          action={<Button onClick={() => found.refetch()}>Retry</Button>}
        />
      ) : null}
      {found.isSuccess && channels.length === 0 ? (
        <EmptyState icon={<Hash size={18} />} {...nothingFound({ q, guest })} />
      ) : null}
      <ul className="mt-2 divide-y divide-line">
        {channels.map((channel) => (
          <BrowseRow key={channel.id} channel={channel} onDone={() => onOpenChange(false)} />
        ))}
      </ul>
      {found.hasNextPage ? (
        <Button className="mt-3" pending={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Dialog>
  );
}

function nothingFound({ q, guest }: { q: string; guest: boolean }): { title: string; text: string } {
  if (q !== '') {
    const text = guest ? 'Try another word, or ask somebody to add you.' : 'Try another word, or create it.';
    return { title: `No channel is called “${q}”`, text };
  }
  if (guest) return { title: 'No channels here', text: 'Somebody in a channel can add you to it.' };
  return { title: 'There is no channel yet', text: 'Create the first one: for a project, a team or a topic.' };
}

function BrowseRow({ channel, onDone }: { channel: Browsed; onDone: () => void }) {
  const { workspace } = useSession();
  const trpc = useTRPC();
  const { channels } = useSync();
  const go = (): void => {
    onDone();
    goTo(channelPath(workspace.slug, channel.id));
  };
  const join = useMutation(
    trpc.channel.join.mutationOptions({
      onSuccess: async () => {
        await channels.refreshOne(channel.id);
        go();
      },
      onError: (error) => showToast({ text: `Couldn’t join. ${error.message}`, tone: 'danger' }),
    }),
  );
  const Icon = channel.kind === 'PRIVATE' ? Lock : Hash;
  const people = channel.memberCount === 1 ? '1 person' : `${channel.memberCount} people`;
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 font-semibold">
          <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
          <span className="truncate">{channel.name}</span>
        </p>
        <p className="truncate text-ink-3 text-sm">
          {people}
          {channel.archivedAt ? ' · Archived' : null}
          {channel.topic ? ` · ${channel.topic}` : null}
        </p>
      </div>
      {channel.joined ? (
        <Button onClick={go}>Open</Button>
      ) : (
        <Button
          pending={join.isPending}
          disabled={channel.archivedAt !== null}
          onClick={() => join.mutate({ channelId: channel.id })}
        >
          Join
        </Button>
      )}
    </li>
  );
}
