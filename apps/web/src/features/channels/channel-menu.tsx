'use client';

import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { showToast } from '@parley/ui/toast-store';
import Bell from 'lucide-react/icons/bell';
import Info from 'lucide-react/icons/info';
import LinkIcon from 'lucide-react/icons/link';
import LogOut from 'lucide-react/icons/log-out';
import Star from 'lucide-react/icons/star';
import UserPlus from 'lucide-react/icons/user-plus';
import Users from 'lucide-react/icons/users';
import { useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ChannelListItem, useChannel } from '../../sync/use-channels.ts';
import { copyText } from '../message/copy-text.ts';
import type { OnDemandProps } from '../shell/on-demand.tsx';
import { channelPath } from '../shell/place.ts';
import { usePlace } from '../shell/use-place.ts';
import { ChannelQuestionDialog } from './channel-question-dialog.tsx';
import { channelRights } from './channel-rights.ts';
import { levelOf, notificationLevels } from './notification-levels.ts';
import { useChannelActions } from './use-channel-actions.ts';
import { useChannelPanel } from './use-channel-panel.ts';

/** What one may do with the open channel. */
export function ChannelMenu({ trigger }: OnDemandProps) {
  const { workspace } = useSession();
  const { channelId } = usePlace();
  const channel = useChannel(workspace.id, channelId ?? '');
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Menu trigger={trigger} defaultOpen align="end" className="w-60">
        {channel?.membership ? (
          <ChannelMenuItems channel={channel} membership={channel.membership} onLeave={() => setLeaving(true)} />
        ) : null}
      </Menu>
      {channel ? (
        <ChannelQuestionDialog
          channel={channel}
          question={leaving ? 'leave' : null}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </>
  );
}

interface ChannelMenuItemsProps {
  readonly channel: ChannelListItem;
  readonly membership: NonNullable<ChannelListItem['membership']>;
  readonly onLeave: () => void;
}

function ChannelMenuItems({ channel, membership, onLeave }: ChannelMenuItemsProps) {
  const { workspace } = useSession();
  const actions = useChannelActions(channel.id);
  const { open } = useChannelPanel(channel.id);
  const rights = channelRights(channel, workspace.role);
  const copyLink = async (): Promise<void> => {
    const copied = await copyText(`${location.origin}${channelPath(workspace.slug, channel.id)}`);
    showToast(copied ? { text: 'Link copied' } : { text: 'Couldn’t copy.', tone: 'danger' });
  };
  return (
    <>
      <MenuItem icon={<Info size={16} />} keys="mod+shift+i" onSelect={() => open('details')}>
        Channel details
      </MenuItem>
      <MenuItem icon={<Users size={16} />} onSelect={() => open('members')}>
        Members
      </MenuItem>
      {rights.addPeople ? (
        <MenuItem icon={<UserPlus size={16} />} onSelect={() => open('members')}>
          Add people
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem icon={<Star size={16} />} onSelect={() => void actions.star(!membership.starred)}>
        {membership.starred ? 'Remove the star' : 'Star'}
      </MenuItem>
      <Submenu label="Notifications" icon={<Bell size={16} />}>
        <MenuRadioGroup
          value={membership.notificationLevel}
          onValueChange={(value) => void actions.notify(levelOf(value))}
        >
          {notificationLevels.map(({ value, label }) => (
            <MenuRadioItem key={value} value={value}>
              {label}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </Submenu>
      <MenuItem icon={<LinkIcon size={16} />} onSelect={() => void copyLink()}>
        Copy link
      </MenuItem>
      {rights.leave ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<LogOut size={16} />} onSelect={onLeave}>
            Leave channel
          </MenuItem>
        </>
      ) : null}
    </>
  );
}
