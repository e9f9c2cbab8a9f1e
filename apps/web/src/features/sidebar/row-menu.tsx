'use client';

import { AnchoredMenu } from '@parley/ui/anchored-menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { showToast } from '@parley/ui/toast-store';
import CheckCheck from 'lucide-react/icons/check-check';
import FolderInput from 'lucide-react/icons/folder-input';
import FolderPlus from 'lucide-react/icons/folder-plus';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { type ChannelListItem, useChannel } from '../../sync/use-channels.ts';
import { ChannelQuestionDialog } from '../channels/channel-question-dialog.tsx';
import { OwnChannelItems } from '../channels/own-channel-items.tsx';
import type { AskedMenu } from './row-menu-host.tsx';
import { SectionNameDialog } from './section-name-dialog.tsx';
import { useSectionActions } from './use-section-actions.ts';
import { useSidebarSections } from './use-sidebar-sections.ts';

export interface RowMenuProps {
  readonly asked: AskedMenu;
  /** It stands in another section now, and the server knows. */
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/** What the viewer may do with a channel from the sidebar. */
export function RowMenu({ asked, onMoved, onClose }: RowMenuProps) {
  const { workspace } = useSession();
  const channel = useChannel(workspace.id, asked.channelId);
  const { add } = useSectionActions();
  const { at, row } = asked;
  const [open, setOpen] = useState(true);
  const [asking, setAsking] = useState<'leave' | 'section' | null>(null);
  const [closed, setClosed] = useState(false);
  // Only once the menu is gone and has given the focus back: it would take it out of a dialog that came before.
  const dialog = closed ? asking : null;
  if (!channel) return null;
  const shut = (): void => {
    setAsking(null);
    onClose();
  };
  const anchor = at ? { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) } : row;
  return (
    <>
      <AnchoredMenu
        open={open}
        onOpenChange={setOpen}
        onClosed={() => (asking === null ? onClose() : requestAnimationFrame(() => setClosed(true)))}
        anchor={anchor}
        returnFocus={row}
        className="w-60"
      >
        <ReadItem channel={channel} />
        <MoveSubmenu channelId={channel.id} onMoved={onMoved} onNew={() => setAsking('section')} />
        <MenuSeparator />
        <OwnChannelItems channel={channel} onLeave={() => setAsking('leave')} />
      </AnchoredMenu>
      <ChannelQuestionDialog channel={channel} question={dialog === 'leave' ? 'leave' : null} onClose={shut} />
      <SectionNameDialog
        open={dialog === 'section'}
        onOpenChange={(next) => (next ? undefined : shut())}
        onName={(name) => void add(name, channel.id).then(onMoved)}
      />
    </>
  );
}

function ReadItem({ channel }: { channel: ChannelListItem }) {
  const { reading } = useSync();
  if ((channel.membership?.unread ?? 0) === 0) return null;
  return (
    <MenuItem icon={<CheckCheck size={16} />} onSelect={() => reading.markRead(channel.id, channel.seq)}>
      Mark as read
    </MenuItem>
  );
}

interface MoveSubmenuProps {
  readonly channelId: string;
  readonly onMoved: () => void;
  readonly onNew: () => void;
}

function MoveSubmenu({ channelId, onMoved, onNew }: MoveSubmenuProps) {
  const sections = useSidebarSections();
  const { place } = useSectionActions();
  const here = sections.find((section) => section.channels.some((channel) => channel.id === channelId));
  const own = sections.filter((section) => section.builtIn === null);
  const home = here?.channels.find((channel) => channel.id === channelId)?.people ? 'directs' : 'channels';
  const choices = [
    { key: 'starred', title: 'Starred' },
    ...own,
    ...sections.filter((section) => section.builtIn === home),
  ];
  const move = (key: string): void => {
    void place(channelId, key).then(onMoved);
    showToast({ text: `Moved to ${choices.find((choice) => choice.key === key)?.title ?? 'its place'}` });
  };
  return (
    <Submenu label="Move to" icon={<FolderInput size={16} />}>
      <MenuRadioGroup value={here?.key ?? ''} onValueChange={move}>
        {choices.map(({ key, title }) => (
          <MenuRadioItem key={key} value={key}>
            {title}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem icon={<FolderPlus size={16} />} onSelect={onNew}>
        New section
      </MenuItem>
    </Submenu>
  );
}
