'use client';

import { Avatar } from '@parley/ui/avatar';
import { Skeleton } from '@parley/ui/skeleton';
import { useParams } from 'next/navigation';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { useDraftChannels } from '../../sync/use-draft-channels.ts';
import type { WorkspaceItem } from '../shell/workspace-app.tsx';
import { ChannelRow } from './channel-row.tsx';

export interface SidebarProps {
  readonly workspace: WorkspaceItem;
  readonly workspaces: readonly WorkspaceItem[];
}

/** The workspace's name, the caller's channels, and the caller. */
export function Sidebar({ workspace }: SidebarProps) {
  const { me } = useSession();
  const { channelId } = useParams<{ channelId?: string }>();
  const { channels, status } = useChannels(workspace.id);
  const drafts = useDraftChannels();
  return (
    <nav aria-label="Channels" className="surface-sidebar flex h-full flex-col border-line border-r px-2.5 py-3">
      <p className="flex items-center gap-2.5 px-2 pb-3 font-semibold">
        <Avatar id={workspace.id} name={workspace.name} size={26} />
        <span className="truncate">{workspace.name}</span>
      </p>
      <h2 className="px-2.5 pt-3 pb-1 text-ink-3 text-xs">Channels</h2>
      {status === 'pending' ? <Skeleton className="mx-2.5 h-5" /> : null}
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {channels.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            slug={workspace.slug}
            isOpen={channel.id === channelId}
            hasDraft={drafts.has(channel.id)}
          />
        ))}
      </ul>
      <p className="flex items-center gap-2.5 px-2 pt-3">
        <Avatar id={me.id} name={me.displayName} size={26} />
        <span className="truncate">{me.displayName}</span>
      </p>
    </nav>
  );
}
