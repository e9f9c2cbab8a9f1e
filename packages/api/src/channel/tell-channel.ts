import { EVERYBODY, encodeChannelEvent } from '@parley/realtime/encoded-event';
import type { Realtime } from '@parley/realtime/realtime';
import type { ChannelMember } from '@parley/realtime/shapes';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { tellMessage } from '../message/tell-message.ts';
import type { MembershipChange } from './change-membership.ts';
import { type ChannelRow, channelView } from './channel.view.ts';
import { channelMemberView } from './channel-member.view.ts';

/** Tells one person's devices of something that concerns only them. */
export function tellUser(realtime: Realtime, userId: string, signal: UserSignal): void {
  realtime.hub.publish(userTopic(userId), JSON.stringify(signal));
}

/** Tells a channel of who came, went or changed role, and those people's own devices of the channel. */
export function tellMembership(realtime: Realtime, workspaceId: string, change: MembershipChange): void {
  for (const { channelId, userId, leftAt } of tellMembers(realtime, change)) {
    tellUser(realtime, userId, { type: leftAt ? 'channelRemoved' : 'channelAdded', workspaceId, channelId });
  }
  for (const note of change.notes) tellMessage(realtime, note);
}

/** Tells a channel of who came, went or changed role, and nobody else. Answers them. */
export function tellMembers(realtime: Realtime, { members, memberCount }: MembershipChange): ChannelMember[] {
  return members.map((row) => {
    const member = channelMemberView(row);
    const event = { type: 'member', member, memberCount } as const;
    const endsFor = member.leftAt === null ? null : member.userId;
    realtime.hub.publishChannel(member.channelId, encodeChannelEvent(member.changeSeq, event, endsFor));
    return member;
  });
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
