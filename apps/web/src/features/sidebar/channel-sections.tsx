'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { Skeleton } from '@parley/ui/skeleton';
import { useParams } from 'next/navigation';
import { useChannels } from '../../sync/use-channels.ts';
import { useDraftChannels } from '../../sync/use-draft-channels.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';
import type { WorkspaceItem } from '../shell/workspace-app.tsx';
import { ChannelRow } from './channel-row.tsx';

/** The caller's channels: starred ones first, then the others, each by name. */
export function ChannelSections({ workspace }: { workspace: WorkspaceItem }) {
  const { channelId } = useParams<{ channelId?: string }>();
  const { channels, status, refetch } = useChannels(workspace.id);
  const drafts = useDraftChannels();
  const open = useOpenDialog();
  if (status === 'pending') return <SidebarSkeleton />;
  if (status === 'error') {
    return (
      <EmptyState title="Couldn’t load your channels" action={<Button onClick={() => void refetch()}>Retry</Button>} />
    );
  }
  if (channels.length === 0) {
    const browse = <Button onClick={() => open('browseChannels')}>Browse channels</Button>;
    return <EmptyState title="No channels yet" text="Join one to begin." action={browse} />;
  }
  const live = channels.filter((channel) => channel.archivedAt === null || channel.id === channelId);
  const ordered = [...live.filter(isStarred), ...live.filter((channel) => !isStarred(channel))];
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto">
      {ordered.map((channel) => (
        <ChannelRow
          key={channel.id}
          channel={channel}
          slug={workspace.slug}
          isOpen={channel.id === channelId}
          hasDraft={drafts.has(channel.id)}
        />
      ))}
    </ul>
  );
}

function isStarred(channel: { membership: { starred: boolean } | null }): boolean {
  return channel.membership?.starred === true;
}

function SidebarSkeleton() {
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col gap-3 px-2.5 pt-2">
      {['w-32', 'w-24', 'w-36', 'w-28'].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
