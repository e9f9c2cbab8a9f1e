import type { ChannelMemberRow, MessageRow, ReadMarkRow, ThreadFollowRow } from './company.ts';
import type { Random } from './random.ts';

/** How many messages those have not read as whom one may sign in; everything else they have. */
const unreadOf: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  jonas: { support: 9, random: 23, docs: 4, 'release-train': 2, 'jonas mira': 1 },
  mira: { general: 5, customers: 11, engineering: 3, 'mira tomas': 2 },
  tomas: { 'release-train': 4, random: 16, support: 6, 'jonas tomas': 1 },
};

function unreadCount(handle: string, channel: string, random: Random): number {
  const own = unreadOf[handle];
  if (own) return own[channel] ?? 0;
  if (random.chance(0.55)) return 0;
  return random.chance(0.8) ? random.int(1, 15) : random.int(16, 120);
}

/** Lets a member have read all but the last messages of others; never less than up to what they last said themselves. */
export function placeReader(
  member: ChannelMemberRow,
  { handle, channel, messages, seq }: { handle: string; channel: string; messages: readonly MessageRow[]; seq: number },
  random: Random,
): void {
  const unread = unreadCount(handle, channel, random);
  if (unread === 0) {
    member.lastReadSeq = seq;
    return;
  }
  const ownLast = messages.findLast((message) => message.authorId === member.userId)?.seq ?? 0;
  const floor = Math.max(ownLast, member.changeSeq);
  const later = messages.filter((message) => message.seq > floor && message.deletedAt === null);
  const firstUnread = later.at(-Math.min(unread, later.length));
  member.lastReadSeq = firstUnread ? firstUnread.seq - 1 : seq;
}

/** When those who follow threads had read them up to where they have. */
export function threadMarks(
  follows: readonly ThreadFollowRow[],
  place: { messages: readonly MessageRow[]; now: number },
  random: Random,
): ReadMarkRow[] {
  return follows.flatMap(({ parentId, userId, lastReadSeq }) =>
    readMark({ channelId: parentId, userId, lastReadSeq }, place, random),
  );
}

/** When a member had read up to where they have: some minutes after it was said. Nothing for who has read nothing. */
export function readMark(
  { channelId, userId, lastReadSeq }: Pick<ChannelMemberRow, 'channelId' | 'userId' | 'lastReadSeq'>,
  { messages, now }: { messages: readonly MessageRow[]; now: number },
  random: Random,
): ReadMarkRow[] {
  const last = messages.findLast(({ seq }) => seq <= lastReadSeq);
  if (!last) return [];
  const readAt = Math.min(Date.parse(last.createdAt) + random.int(60_000, 20 * 60_000), now);
  return [{ channelId, userId, seq: lastReadSeq, readAt: new Date(readAt).toISOString() }];
}
