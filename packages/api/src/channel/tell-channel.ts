import { EVERYBODY, encodeChannelEvent } from '@parley/realtime/encoded-event';
import type { Realtime } from '@parley/realtime/realtime';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import type { MembershipChange } from './change-membership.ts';
import { type ChannelRow, channelView } from './channel.view.ts';
import { channelMemberView } from './channel-member.view.ts';

/** Tells one person's devices of something that concerns only them. */
export function tellUser(realtime: Realtime, userId: string, signal: UserSignal): void {
  realtime.hub.publish(userTopic(userId), JSON.stringify(signal));
}

/** Tells a channel of who came, went or changed role, and those people's own devices of the channel. */
export function tellMembership(realtime: Realtime, workspaceId: string, change: MembershipChange): void {
  const { memberCount } = change;
  for (const row of change.members) {
    const member = channelMemberView(row);
    const { channelId, userId, changeSeq } = member;
    const gone = member.leftAt !== null;
    const event = { type: 'member', member, memberCount } as const;
    realtime.hub.publishChannel(channelId, encodeChannelEvent(changeSeq, event, gone ? userId : null));
    tellUser(realtime, userId, { type: gone ? 'channelRemoved' : 'channelAdded', workspaceId, channelId });
  }
}

/** Tells a channel that it itself changed: its name, topic, archive. */
export function tellChannel(realtime: Realtime, row: ChannelRow): void {
  realtime.hub.publishChannel(row.id, encodeChannelEvent(row.seq, { type: 'channel', channel: channelView(row) }));
}

/** Tells everybody in a channel that it is gone. Nothing follows it. */
export function tellChannelDeleted(realtime: Realtime, row: ChannelRow): void {
  const event = { type: 'channel', channel: channelView(row) } as const;
  realtime.hub.publishChannel(row.id, encodeChannelEvent(row.seq, event, EVERYBODY));
}
