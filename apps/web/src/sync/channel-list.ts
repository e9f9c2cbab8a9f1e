import type { ChannelEvent, InboxEvent, Message } from '@parley/realtime/events';
import type { ApiOutput } from '../trpc/trpc.ts';
import type { NumberedEvent } from './apply-event.ts';
import { isShownIn } from './talk.ts';

export type ChannelList = ApiOutput['channel']['list'];
export type ChannelListItem = ChannelList['items'][number];

type MemberEvent = Extract<ChannelEvent, { type: 'member' }>;
/** What the inbox says of a channel that moved. */
export type Activity = Extract<InboxEvent, { type: 'channelActivity' }>;

/** Where the reader stands in a channel, as the server says after a change. */
export interface ReadPosition {
  readonly channelId: string;
  readonly lastReadSeq: number;
  readonly unread: number;
  readonly mentions: number;
}

/** The list with one channel changed; the same list when `change` gives the channel back. */
export function changeChannel(
  list: ChannelList,
  channelId: string,
  change: (channel: ChannelListItem) => ChannelListItem,
): ChannelList {
  const index = list.items.findIndex((channel) => channel.id === channelId);
  const channel = list.items[index];
  if (!channel) return list;
  const changed = change(channel);
  return changed === channel ? list : { ...list, items: list.items.with(index, changed) };
}

/** The list with a channel as it was just read, in its old place or at the end. */
export function withChannel(list: ChannelList, channel: ChannelListItem): ChannelList {
  const known = list.items.some((other) => other.id === channel.id);
  if (!known) return { ...list, items: [...list.items, channel] };
  return changeChannel(list, channel.id, () => channel);
}

export function withoutChannel(list: ChannelList, channelId: string): ChannelList {
  const items = list.items.filter((channel) => channel.id !== channelId);
  return items.length === list.items.length ? list : { ...list, items };
}

/** The channel after a durable change, told by its own stream. */
export function channelAfter(
  channel: ChannelListItem,
  { seq, event }: NumberedEvent,
  viewerId: string,
): ChannelListItem {
  const moved = seq > channel.seq ? { ...channel, seq } : channel;
  switch (event.type) {
    case 'message':
      return afterMessage(moved, event.message, viewerId);
    case 'member':
      return seq < channel.seq ? channel : afterMember(moved, event, viewerId);
    case 'channel':
      return seq < channel.seq ? channel : { ...moved, ...event.channel, seq: moved.seq };
  }
}

function afterMessage(channel: ChannelListItem, message: Message, viewerId: string): ChannelListItem {
  const last = channel.lastMessage;
  if (message.deletedAt || message.kind === 'SYSTEM' || !isShownIn({ channelId: channel.id, parentId: null }, message))
    return channel;
  const newer = !last || message.seq > last.seq || (message.id === last.id && message.changeSeq > last.changeSeq);
  if (!newer) return channel;
  const shown = { ...channel, lastMessage: message, lastMessageAt: later(channel.lastMessageAt, message.createdAt) };
  return movesWriter(message, viewerId) && hasReadAll(channel, viewerId) ? readUpTo(shown, message.seq) : shown;
}

/** Who writes has read what is before it: the server moves their position with the message, but not with a reply. */
function movesWriter(message: Message, viewerId: string): boolean {
  return message.author.id === viewerId && message.seq === message.changeSeq && message.parentId === null;
}

/** Nothing was unread, as far as this device knows: the newest message may be here before the count that tells of it. */
function hasReadAll({ membership, lastMessage }: ChannelListItem, viewerId: string): boolean {
  if (!membership || membership.unread > 0 || membership.mentions > 0) return false;
  return !lastMessage || lastMessage.author.id === viewerId || lastMessage.seq <= membership.lastReadSeq;
}

/**
 * Whether the viewer wrote something while there was something unread, so that only the server knows where they are now:
 * what was scheduled or forwarded reads nothing for them.
 */
export function losesPlace(after: ChannelListItem, event: ChannelEvent, viewerId: string): boolean {
  if (event.type !== 'message' || !after.membership) return false;
  return movesWriter(event.message, viewerId) && after.membership.lastReadSeq < event.message.seq;
}

function later(known: string | null, at: string): string {
  return known !== null && known > at ? known : at;
}

function afterMember(channel: ChannelListItem, event: MemberEvent, viewerId: string): ChannelListItem {
  const { membership } = channel;
  const { member, memberCount } = event;
  const mine = member.userId === viewerId && membership !== null;
  return { ...channel, memberCount, membership: mine ? { ...membership, role: member.role } : membership };
}

/** Whether a change took away the message that the list shows as the newest: only the server knows the one before. */
export function losesLastMessage(channel: ChannelListItem, event: ChannelEvent): boolean {
  return event.type === 'message' && event.message.deletedAt !== null && event.message.id === channel.lastMessage?.id;
}

/** The channel after the inbox told that it moved. What this device has read meanwhile is not unread again. */
export function afterActivity(channel: ChannelListItem, activity: Activity): ChannelListItem {
  const { seq, unread, mentions, preview } = activity;
  const { membership, lastMessageAt } = channel;
  const spokenAt = preview ? later(lastMessageAt, preview.createdAt) : lastMessageAt;
  const moved = { ...channel, seq: Math.max(channel.seq, seq), lastMessageAt: spokenAt };
  if (!membership) return moved;
  if (membership.lastReadSeq >= seq) return { ...moved, membership: { ...membership, unread: 0, mentions: 0 } };
  return { ...moved, membership: { ...membership, unread, mentions } };
}

/** The channel with the reader's place in it as the server says. */
export function withReadPosition(channel: ChannelListItem, position: ReadPosition): ChannelListItem {
  const { lastReadSeq, unread, mentions } = position;
  const { membership } = channel;
  return membership ? { ...channel, membership: { ...membership, lastReadSeq, unread, mentions } } : channel;
}

/** The channel read up to `seq` by this device, before the server has answered. Never moves back. */
export function readUpTo(channel: ChannelListItem, seq: number): ChannelListItem {
  const { membership } = channel;
  if (!membership || membership.lastReadSeq >= seq) return channel;
  const all = seq >= (channel.lastMessage?.seq ?? 0);
  const { unread, mentions } = membership;
  const left = all ? { unread: 0, mentions: 0 } : { unread, mentions };
  return { ...channel, membership: { ...membership, lastReadSeq: seq, ...left } };
}

/** What happened on this device while channels were read. */
export interface Meanwhile {
  /** How far it has read, where the server does not know it yet. */
  readAhead(channelId: string): number | undefined;
  /** Whether it was told of the reader's place since: what was read may be older. */
  moved(channelId: string): boolean;
}

/** A channel that was just read, without losing what was told while it was on its way, nor what this device has read. */
export function channelAsRead(
  known: ChannelListItem | undefined,
  fetched: ChannelListItem,
  { readAhead, moved }: Meanwhile,
): ChannelListItem {
  const channelId = fetched.id;
  const newer = known && known.seq > fetched.seq ? known : fetched;
  const placed =
    known?.membership && moved(channelId) ? withReadPosition(newer, { channelId, ...known.membership }) : newer;
  const read = readAhead(channelId);
  return read === undefined ? placed : readUpTo(placed, read);
}

/** A list that was just read, each of its channels `channelAsRead`. */
export function mergeLists(current: ChannelList | undefined, fetched: ChannelList, meanwhile: Meanwhile): ChannelList {
  const known = new Map(current?.items.map((channel) => [channel.id, channel]));
  return {
    ...fetched,
    items: fetched.items.map((channel) => channelAsRead(known.get(channel.id), channel, meanwhile)),
  };
}
