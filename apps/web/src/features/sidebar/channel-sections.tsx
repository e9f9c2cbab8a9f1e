'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { IconButton } from '@parley/ui/icon-button';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import Compass from 'lucide-react/icons/compass';
import Plus from 'lucide-react/icons/plus';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useChannels } from '../../sync/use-channels.ts';
import { useDraftChannels } from '../../sync/use-draft-channels.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';
import { usePlace } from '../shell/use-place.ts';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { ChannelRow } from './channel-row.tsx';
import { sidebarOrder } from './sidebar-order.ts';
import { usePrefetch } from './use-prefetch.ts';

/** The caller's channels: starred ones first, then the others, each by name. */
export function ChannelSections({ workspace }: { workspace: WorkspaceItem }) {
  const { channelId } = usePlace();
  const { channels, status, refetch } = useChannels(workspace.id);
  const { starred, others } = useMemo(() => sidebarOrder(channels, channelId), [channels, channelId]);
  const open = useOpenDialog();
  const guest = workspace.role === 'GUEST';
  if (status === 'pending') return <SectionsSkeleton />;
  if (status === 'error') {
    const retry = <Button onClick={() => void refetch()}>Try again</Button>;
    return (
      <div className="min-h-0 flex-1">
        <EmptyState title="Couldn’t load your channels" action={retry} />
      </div>
    );
  }
  const actions = (
    <>
      <IconButton label="Browse channels" size="sm" onClick={() => open('browseChannels')}>
        <Compass size={16} />
      </IconButton>
      {guest ? null : (
        <IconButton label="Create a channel" size="sm" onClick={() => open('createChannel')}>
          <Plus size={16} />
        </IconButton>
      )}
    </>
  );
  return (
    <ChannelScroller>
      {starred.length > 0 ? <Section title="Starred" channels={starred} slug={workspace.slug} /> : null}
      <Section title="Channels" channels={others} slug={workspace.slug} actions={actions}>
        {channels.length === 0 ? (
          <EmptyState
            level={3}
            title="You are in no channel"
            text="Join one to begin."
            action={<Button onClick={() => open('browseChannels')}>Browse channels</Button>}
          />
        ) : null}
      </Section>
    </ChannelScroller>
  );
}

/** What scrolls. Has the channel that is pointed at fetched before the press that asks for it. */
function ChannelScroller({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  usePrefetch(list);
  return (
    <div ref={list} className="-mx-2.5 min-h-0 flex-1 overflow-y-auto overscroll-contain px-2.5 pb-2">
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly channels: readonly ChannelListItem[];
  readonly slug: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

function Section({ title, channels, slug, actions, children }: SectionProps) {
  const heading = useId();
  const { channelId } = usePlace();
  const drafts = useDraftChannels();
  return (
    <section aria-labelledby={heading}>
      <div className="flex h-7 items-center pt-1.5 pr-1 pl-2.5 box-content">
        <h2 id={heading} className="flex-1 text-ink-3 text-xs">
          {title}
        </h2>
        {actions}
      </div>
      <ul className="flex flex-col gap-px">
        {channels.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            slug={slug}
            isOpen={channel.id === channelId}
            hasDraft={drafts.has(channel.id)}
          />
        ))}
      </ul>
      {children}
    </section>
  );
}

function SectionsSkeleton() {
  return (
    <Loading label="Loading your channels" className="flex min-h-0 flex-1 flex-col gap-4 px-2.5 pt-10">
      {['w-32', 'w-24', 'w-36', 'w-28', 'w-20'].map((width) => (
        <Skeleton key={width} className={`h-4 ${width}`} />
      ))}
    </Loading>
  );
}
