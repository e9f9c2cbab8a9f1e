import { prepared } from '@parley/db/query';
import type { ChannelEvent } from '@parley/realtime/events';
import { notFound } from '../app-error.ts';
import { type ChannelRow, channelColumns, channelView } from '../channel/channel.view.ts';
import { type ChannelMemberRow, channelMemberColumns, channelMemberView } from '../channel/channel-member.view.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { ListChangesInput } from './message.input.ts';
import { type MessageRow, messageColumns, messageView } from './message.view.ts';

export interface NumberedEvent {
  readonly seq: number;
  readonly event: ChannelEvent;
}

/** What changed in a channel after a number, each row once, as it stands now, ordered by the number of its last change. */
export interface ChangesPage {
  readonly changes: NumberedEvent[];
  /** The channel's number when this was read. */
  readonly head: number;
  /** Whether rows beyond the limit remain. */
  readonly more: boolean;
}

interface ChangeRow {
  readonly head: number;
  readonly memberCount: number;
  readonly changeSeq: number | null;
  readonly message: MessageRow | null;
  readonly member: ChannelMemberRow | null;
  readonly channel: ChannelRow | null;
}

// Three index range scans on ("channelId", "changeSeq"), each stopped by the limit, merged. The viewer's membership, the
// channel's number and the rows are one snapshot, so nobody reads past the moment of their removal.
const changesSince = prepared<ChangeRow>({
  name: 'message_changes',
  text: `WITH seen AS (
      SELECT c.id, c.seq, c."memberCount" FROM "Channel" c
      JOIN "ChannelMember" v ON v."channelId" = c.id AND v."userId" = $2 AND v."leftAt" IS NULL
      JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $2
      WHERE c.id = $1 AND c."deletedAt" IS NULL
    ), messages AS (
      SELECT m."changeSeq", (SELECT to_jsonb(row) FROM (SELECT ${messageColumns}) row) AS message
      FROM "Message" m JOIN "User" u ON u.id = m."authorId"
      WHERE m."channelId" = (SELECT id FROM seen) AND m."changeSeq" > $3 ORDER BY m."changeSeq" LIMIT $4
    ), members AS (
      SELECT cm."changeSeq", (SELECT to_jsonb(row) FROM (SELECT ${channelMemberColumns}) row) AS member
      FROM "ChannelMember" cm JOIN "User" u ON u.id = cm."userId"
      WHERE cm."channelId" = (SELECT id FROM seen) AND cm."changeSeq" > $3 ORDER BY cm."changeSeq" LIMIT $4
    ), channels AS (
      SELECT c."changeSeq", (SELECT to_jsonb(row) FROM (SELECT ${channelColumns}) row) AS channel
      FROM "Channel" c WHERE c.id = (SELECT id FROM seen) AND c."changeSeq" > $3
    ), changed AS (
      SELECT "changeSeq", message, NULL::jsonb AS member, NULL::jsonb AS channel FROM messages
      UNION ALL SELECT "changeSeq", NULL, member, NULL FROM members
      UNION ALL SELECT "changeSeq", NULL, NULL, channel FROM channels
      ORDER BY 1 LIMIT $4
    )
    SELECT seen.seq AS head, seen."memberCount", changed.* FROM seen LEFT JOIN changed ON true ORDER BY changed."changeSeq"`,
});

/**
 * Reads what changed in a channel after a number, for a viewer who is a member; null for one who is not (or no longer).
 */
export async function readChanges(viewerId: string, input: ListChangesInput): Promise<ChangesPage | null> {
  const rows = await changesSince([input.channelId, viewerId, input.sinceSeq, input.limit + 1]);
  const head = rows[0]?.head;
  if (head === undefined) return null;
  const changes = rows.flatMap((row) => {
    const event = eventOf(row);
    return event && row.changeSeq !== null ? [{ seq: row.changeSeq, event }] : [];
  });
  return { changes: changes.slice(0, input.limit), head, more: changes.length > input.limit };
}

function eventOf(row: ChangeRow): ChannelEvent | null {
  if (row.message) return { type: 'message', message: messageView(row.message) };
  if (row.member) return { type: 'member', member: channelMemberView(row.member), memberCount: row.memberCount };
  if (row.channel) return { type: 'channel', channel: channelView(row.channel) };
  return null;
}

/** `readChanges` as a procedure's answer. `seq` is the number up to which nothing is missing; NOT_FOUND for a non-member. */
export async function changesOf(
  ctx: VerbContext,
  input: ListChangesInput,
): Promise<{ items: NumberedEvent[]; seq: number; more: boolean }> {
  const page = await readChanges(ctx.caller.user.id, input);
  if (!page) throw notFound();
  const { changes, head, more } = page;
  return { items: changes, seq: more ? (changes.at(-1)?.seq ?? head) : head, more };
}
