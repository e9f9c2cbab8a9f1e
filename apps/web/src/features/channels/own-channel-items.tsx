'use client';

import { MenuGroup, MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { showToast } from '@parley/ui/toast-store';
import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import LinkIcon from 'lucide-react/icons/link';
import LogOut from 'lucide-react/icons/log-out';
import Star from 'lucide-react/icons/star';
import X from 'lucide-react/icons/x';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useDirectActions } from '../direct/use-direct-actions.ts';
import { copyText } from '../message/copy-text.ts';
import { channelPath } from '../shell/place.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';
import { isDirect } from './channel-label.ts';
import { channelRights } from './channel-rights.ts';
import { FOREVER, mutedWords, muteSpans, spanEnd } from './mute-spans.ts';
import { levelOf, notificationLevels } from './notification-levels.ts';
import { useChannelActions } from './use-channel-actions.ts';

export interface OwnChannelItemsProps {
  readonly channel: ChannelListItem;
  readonly onLeave: () => void;
}

/** What the viewer does with a channel for themselves: rows of its menu, wherever that is. */
export function OwnChannelItems({ channel, onLeave }: OwnChannelItemsProps) {
  const { workspace } = useSession();
  const { star } = useChannelActions(channel.id);
  const { close } = useDirectActions();
  const starred = channel.membership?.starred ?? false;
  const copyLink = async (): Promise<void> => {
    const copied = await copyText(`${location.origin}${channelPath(workspace.slug, channel.id)}`);
    showToast(copied ? { text: 'Link copied' } : { text: 'Couldn’t copy.', tone: 'danger' });
  };
  return (
    <>
      <MenuItem icon={<Star size={16} />} onSelect={() => void star(!starred)}>
        {starred ? 'Remove the star' : 'Star'}
      </MenuItem>
      <NotificationsSubmenu channel={channel} />
      <MenuItem icon={<LinkIcon size={16} />} onSelect={() => void copyLink()}>
        Copy link
      </MenuItem>
      {isDirect(channel) ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<X size={16} />} onSelect={() => void close(channel.id)}>
            Close conversation
          </MenuItem>
        </>
      ) : null}
      {channelRights(channel, workspace.role).leave ? (
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

function NotificationsSubmenu({ channel }: { channel: ChannelListItem }) {
  const { notify, mute } = useChannelActions(channel.id);
  const now = useMuteClock([channel]);
  const { membership } = channel;
  if (!membership) return null;
  const muted = mutedWords(membership.mutedUntil, now);
  return (
    <Submenu label="Notifications" icon={muted ? <BellOff size={16} /> : <Bell size={16} />}>
      <MenuRadioGroup value={membership.notificationLevel} onValueChange={(value) => void notify(levelOf(value))}>
        {notificationLevels.map(({ value, label }) => (
          <MenuRadioItem key={value} value={value}>
            {label}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      {muted ? (
        <MenuGroup label={muted}>
          <MenuItem icon={<Bell size={16} />} onSelect={() => void mute(null)}>
            Unmute
          </MenuItem>
        </MenuGroup>
      ) : (
        <MenuGroup label="Mute">
          {muteSpans.map(({ span, label }) => (
            <MenuItem key={span} onSelect={() => void mute(spanEnd(span, new Date()))}>
              {label}
            </MenuItem>
          ))}
          <MenuItem onSelect={() => void mute(FOREVER)}>Until I turn it on</MenuItem>
        </MenuGroup>
      )}
    </Submenu>
  );
}
