'use client';

import { IconButton } from '@parley/ui/icon-button';
import { ResizeHandle } from '@parley/ui/resize-handle';
import { TabPanel, Tabs } from '@parley/ui/tabs';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { usePinned } from '../../sync/use-pinned.ts';
import { DirectDetails } from '../direct/direct-details.tsx';
import { MembersTab } from '../members/members-tab.tsx';
import { PinnedList } from '../message/pinned-list.tsx';
import type { PanelName } from '../shell/place.ts';
import { usePanelWidth } from '../shell/use-panel-width.tsx';
import { ChannelDetails } from './channel-details.tsx';
import { channelLabel, isDirect } from './channel-label.ts';
import { useChannelPanel } from './use-channel-panel.ts';

export interface ChannelPanelProps {
  readonly channel: ChannelListItem;
  readonly tab: PanelName;
  readonly onClose: () => void;
}

/** What is known of a channel, beside its conversation; over it where there is no room, and the whole page on a phone. */
export function ChannelPanel({ channel, tab, onClose }: ChannelPanelProps) {
  const width = usePanelWidth('panel');
  const { me } = useSession();
  const name = channelLabel(channel, me.id);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      data-region="panel"
      aria-label={`About ${name}`}
      className="surface-canvas relative flex w-(--panel-width,392px) max-w-[calc(100vw-var(--sidebar-width,264px)-24rem)] shrink-0 flex-col border-line border-l max-[959px]:absolute max-[959px]:inset-y-0 max-[959px]:right-0 max-[959px]:z-panel max-[959px]:max-w-full max-md:w-full max-md:border-l-0 md:max-[959px]:shadow-float"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <ResizeHandle label="Panel" edge="left" {...width} className="max-md:hidden" />
      <header className="flex h-13 shrink-0 items-center gap-2 border-line border-b pt-[env(safe-area-inset-top)] pr-3.5 pl-4 box-content max-sm:pl-3">
        <h2 className="font-semibold">About</h2>
        <p className="min-w-0 truncate text-ink-3 text-sm">{name}</p>
        <IconButton ref={close} label="Close" keys="escape" size="lg" className="ml-auto" onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      <PanelTabs channel={channel} tab={tab} />
    </aside>
  );
}

function PanelTabs({ channel, tab }: Omit<ChannelPanelProps, 'onClose'>) {
  const { open } = useChannelPanel(channel.id);
  const { items: pinned } = usePinned(channel.id);
  const members = { value: 'members', label: 'Members', count: channel.memberCount } as const;
  return (
    <Tabs
      label="About this channel"
      items={[
        { value: 'details', label: 'Details' },
        ...(channel.kind === 'DIRECT' ? [] : [members]),
        { value: 'pins', label: 'Pinned', count: pinned?.length ?? 0 },
      ]}
      value={tab}
      onValueChange={open}
      className="min-h-0 flex-1"
      listClassName="px-4"
    >
      <TabPanel value="details" className="overflow-y-auto">
        {isDirect(channel) ? <DirectDetails channel={channel} /> : <ChannelDetails channel={channel} />}
      </TabPanel>
      <TabPanel value="pins" className="overflow-y-auto">
        <PinnedList channelId={channel.id} editable={channel.archivedAt === null} />
      </TabPanel>
      <TabPanel value="members" className="flex flex-col">
        <MembersTab channel={channel} />
      </TabPanel>
    </Tabs>
  );
}
