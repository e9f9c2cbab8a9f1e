'use client';

import type { ChannelMember } from '@parley/realtime/shapes';
import { AlertDialog } from '@parley/ui/alert-dialog';
import { Menu } from '@parley/ui/menu';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import { showToast } from '@parley/ui/toast-store';
import Crown from 'lucide-react/icons/crown';
import UserMinus from 'lucide-react/icons/user-minus';
import { type ReactElement, useState } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';

export interface MemberMenuProps {
  readonly trigger: ReactElement;
  readonly member: ChannelMember;
  readonly channel: ChannelListItem;
}

/** What an owner may do with somebody in the channel. The list follows by the channel's own events. */
export function MemberMenu({ trigger, member, channel }: MemberMenuProps) {
  const api = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const { userId, user, role } = member;
  const owner = role === 'OWNER';
  const setRole = async (): Promise<void> => {
    try {
      await api.channel.setMemberRole.mutate({ channelId: channel.id, userId, role: owner ? 'MEMBER' : 'OWNER' });
    } catch (error) {
      showToast({ text: `Couldn’t change that. ${sayWhy(error)}`, tone: 'danger' });
    }
  };
  return (
    <>
      <Menu trigger={trigger} defaultOpen align="end">
        <MenuItem icon={<Crown size={16} />} onSelect={() => void setRole()}>
          {owner ? 'Make a member' : 'Make an owner'}
        </MenuItem>
        {channel.isDefault ? null : (
          <>
            <MenuSeparator />
            <MenuItem icon={<UserMinus size={16} />} danger onSelect={() => setAsking(true)}>
              Remove from channel
            </MenuItem>
          </>
        )}
      </Menu>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove ${user.displayName} from ${channel.name}?`}
        description={
          channel.kind === 'PRIVATE'
            ? 'They can no longer read it, from this moment on.'
            : 'They can join again, since the channel is public.'
        }
        confirmLabel="Remove"
        onConfirm={() => api.channel.kick.mutate({ channelId: channel.id, userId })}
      />
    </>
  );
}
