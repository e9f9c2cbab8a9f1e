'use client';

import { AnchoredMenu } from '@parley/ui/anchored-menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import CheckCheck from 'lucide-react/icons/check-check';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { type ChannelListItem, useChannel } from '../../sync/use-channels.ts';
import { ChannelQuestionDialog } from '../channels/channel-question-dialog.tsx';
import { OwnChannelItems } from '../channels/own-channel-items.tsx';
import { MoveSubmenu } from './move-submenu.tsx';
import type { AskedMenu } from './row-menu-host.tsx';
import { SectionNameDialog } from './section-name-dialog.tsx';
import { useSectionActions } from './use-section-actions.ts';

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
        <MoveSubmenu channel={channel} onMoved={onMoved} onNew={() => setAsking('section')} />
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
