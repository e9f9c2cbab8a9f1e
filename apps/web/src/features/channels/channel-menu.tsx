'use client';

import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import Info from 'lucide-react/icons/info';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ChannelListItem, useChannel } from '../../sync/use-channels.ts';
import type { OnDemandProps } from '../shell/on-demand.tsx';
import { usePlace } from '../shell/use-place.ts';
import { MoveSubmenu } from '../sidebar/move-submenu.tsx';
import { SectionNameDialog } from '../sidebar/section-name-dialog.tsx';
import { useSectionActions } from '../sidebar/use-section-actions.ts';
import { isDirect } from './channel-label.ts';
import { ChannelQuestionDialog } from './channel-question-dialog.tsx';
import { channelRights } from './channel-rights.ts';
import { OwnChannelItems } from './own-channel-items.tsx';
import { useChannelPanel } from './use-channel-panel.ts';

/** What one may do with the open channel. */
export function ChannelMenu({ trigger }: OnDemandProps) {
  const { workspace } = useSession();
  const { channelId } = usePlace();
  const channel = useChannel(workspace.id, channelId ?? '');
  const { add } = useSectionActions();
  const [asking, setAsking] = useState<'leave' | 'section' | null>(null);
  const shut = (): void => setAsking(null);
  return (
    <>
      <Menu trigger={trigger} defaultOpen align="end" className="w-60">
        {channel?.membership ? <ChannelMenuItems channel={channel} onAsk={setAsking} /> : null}
      </Menu>
      {channel ? (
        <>
          <ChannelQuestionDialog channel={channel} question={asking === 'leave' ? 'leave' : null} onClose={shut} />
          <SectionNameDialog
            open={asking === 'section'}
            onOpenChange={(next) => (next ? undefined : shut())}
            onName={(name) => void add(name, channel.id)}
          />
        </>
      ) : null}
    </>
  );
}

interface ChannelMenuItemsProps {
  readonly channel: ChannelListItem;
  /** Asks before leaving, or what a new section is called. */
  readonly onAsk: (question: 'leave' | 'section') => void;
}

function ChannelMenuItems({ channel, onAsk }: ChannelMenuItemsProps) {
  const { workspace } = useSession();
  const { open } = useChannelPanel(channel.id);
  const rights = channelRights(channel, workspace.role);
  return (
    <>
      <MenuItem icon={<Info size={16} />} keys="mod+shift+i" onSelect={() => open('details')}>
        {isDirect(channel) ? 'Details' : 'Channel details'}
      </MenuItem>
      {channel.kind === 'DIRECT' ? null : (
        <MenuItem icon={<Users size={16} />} onSelect={() => open('members')}>
          Members
        </MenuItem>
      )}
      {rights.addPeople ? (
        <MenuItem icon={<UserPlus size={16} />} onSelect={() => open('members')}>
          Add people
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MoveSubmenu channel={channel} onNew={() => onAsk('section')} />
      <OwnChannelItems channel={channel} onLeave={() => onAsk('leave')} />
    </>
  );
}
