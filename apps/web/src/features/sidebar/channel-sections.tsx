'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { IconButton } from '@parley/ui/icon-button';
import { Loading, Skeleton } from '@parley/ui/skeleton';
import Compass from 'lucide-react/icons/compass';
import Plus from 'lucide-react/icons/plus';
import { type ReactNode, useRef } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { isDirect, othersIn } from '../channels/channel-label.ts';
import { PresenceContext } from '../presence/presence-context.tsx';
import { usePresence } from '../presence/use-presence.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { RowMenuHost } from './row-menu-host.tsx';
import { SectionMenuButton } from './section-menu-button.tsx';
import type { BuiltInSection } from './sidebar-order.ts';
import { SectionBlock } from './sidebar-section.tsx';
import { usePrefetch } from './use-prefetch.ts';
import { useSectionActions } from './use-section-actions.ts';
import { useSectionDrop } from './use-section-drop.ts';
import { useSidebarSections } from './use-sidebar-sections.ts';
import { useUnreadOnly } from './use-unread-only.ts';

/** The caller's channels and conversations, in their sections. */
export function ChannelSections({ workspace }: { workspace: WorkspaceItem }) {
  const { status, refetch } = useChannels(workspace.id);
  const sections = useSidebarSections();
  const { look } = useSectionActions();
  if (status === 'pending') return <SectionsSkeleton />;
  if (status === 'error') {
    const retry = <Button onClick={() => void refetch()}>Try again</Button>;
    return (
      <div className="min-h-0 flex-1">
        <EmptyState title="Couldn’t load your channels" action={retry} />
      </div>
    );
  }
  return (
    <ChannelScroller>
      <UnreadOnlyNote />
      {sections.map((section) => (
        <SectionBlock
          key={section.key}
          section={section}
          slug={workspace.slug}
          onToggle={() => void look(section, { collapsed: !section.collapsed })}
          actions={
            <>
              <SectionMenuButton section={section} />
              {section.builtIn ? <SectionActions section={section.builtIn} guest={workspace.role === 'GUEST'} /> : null}
            </>
          }
        >
          {section.channels.length === 0 && !section.collapsed ? <EmptySection section={section.builtIn} /> : null}
        </SectionBlock>
      ))}
    </ChannelScroller>
  );
}

/** Says that most of the list is hidden, where it is. */
function UnreadOnlyNote() {
  const { unreadOnly, setUnreadOnly } = useUnreadOnly();
  if (!unreadOnly) return null;
  return (
    <p className="flex items-center justify-between gap-2 px-2.5 pt-2 text-ink-3 text-xs">
      Only unread
      <button
        type="button"
        onClick={() => setUnreadOnly(false)}
        className="touch-row rounded-xs text-accent underline-offset-2 hover:underline focus-visible:-outline-offset-2"
      >
        Show all
      </button>
    </p>
  );
}

/** What one begins from the heading of a section that everybody has. */
function SectionActions({ section, guest }: { section: BuiltInSection; guest: boolean }) {
  const open = useOpenDialog();
  if (section === 'starred') return null;
  if (section === 'directs') {
    return (
      <IconButton label="New message" size="sm" onClick={() => open('newMessage')}>
        <Plus size={16} />
      </IconButton>
    );
  }
  return (
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
}

/** What a section is for, while nothing is in it. */
function EmptySection({ section }: { section: BuiltInSection | null }) {
  const open = useOpenDialog();
  if (section === null)
    return <p className="px-2.5 pb-1.5 text-ink-3 text-sm">Drag a channel here, or move it by its menu.</p>;
  if (section === 'starred') return null;
  if (section === 'directs') {
    return (
      <button
        type="button"
        onClick={() => open('newMessage')}
        className="touch-row flex h-7.5 w-full items-center rounded-md px-2.5 text-left text-ink-3 text-sm hover:bg-ink/5 hover:text-ink"
      >
        Write to somebody
      </button>
    );
  }
  return (
    <EmptyState
      level={3}
      title="You are in no channel"
      text="Join one to begin."
      action={<Button onClick={() => open('browseChannels')}>Browse channels</Button>}
    />
  );
}

/** What scrolls. Has the channel that is pointed at fetched before the press that asks for it, and knows who is there. */
function ChannelScroller({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { workspace, me } = useSession();
  const { channels } = useChannels(workspace.id);
  usePrefetch(list);
  useSectionDrop(list);
  const others = channels.filter(isDirect).map((channel) => othersIn(channel, me.id));
  const presence = usePresence(others.flatMap((people) => (people.length === 1 ? people.map(({ id }) => id) : [])));
  return (
    <PresenceContext value={presence}>
      <div ref={list} className="-mx-2.5 min-h-0 flex-1 overflow-y-auto overscroll-contain px-2.5 pb-2">
        {children}
      </div>
      <RowMenuHost list={list} />
    </PresenceContext>
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
