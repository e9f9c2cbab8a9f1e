import { prepared } from '@parley/db/query';
import { type EncodedEvent, EVERYBODY, encodeChannelEvent } from '@parley/realtime/encoded-event';
import type { ChannelEvent } from '@parley/realtime/events';
import { type ChannelRow, channelColumns, channelView } from '../channel/channel.view.ts';
import { type ChannelMemberRow, channelMemberColumns, channelMemberView } from '../channel/channel-member.view.ts';
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

// Three index range scans on ("channelId", "changeSeq"), each stopped by the limit, merged. Who may read, the channel's
// number and the rows are one snapshot, so nobody reads past the moment of their removal.
function changesStatement(name: string, seen: string) {
  return prepared<ChangeRow>({
    name,
    text: `WITH seen AS (SELECT c.id, c.seq, c."memberCount" FROM "Channel" c ${seen}), messages AS (
      SELECT m."changeSeq", (SELECT to_jsonb(row) FROM (SELECT ${messageColumns}) row) AS message
      FROM "Message" m JOIN "User" u ON u.id = m."authorId"
      WHERE m."channelId" = (SELECT id FROM seen) AND m."changeSeq" > $2 ORDER BY m."changeSeq" LIMIT $3
    ), members AS (
      SELECT cm."changeSeq", (SELECT to_jsonb(row) FROM (SELECT ${channelMemberColumns}) row) AS member
      FROM "ChannelMember" cm JOIN "User" u ON u.id = cm."userId"
      WHERE cm."channelId" = (SELECT id FROM seen) AND cm."changeSeq" > $2 ORDER BY cm."changeSeq" LIMIT $3
    ), channels AS (
      SELECT c."changeSeq", (SELECT to_jsonb(row) FROM (SELECT ${channelColumns}) row) AS channel
      FROM "Channel" c WHERE c.id = (SELECT id FROM seen) AND c."changeSeq" > $2
    ), changed AS (
      SELECT "changeSeq", message, NULL::jsonb AS member, NULL::jsonb AS channel FROM messages
      UNION ALL SELECT "changeSeq", NULL, member, NULL FROM members
      UNION ALL SELECT "changeSeq", NULL, NULL, channel FROM channels
      ORDER BY 1 LIMIT $3
    )
    SELECT seen.seq AS head, seen."memberCount", changed.* FROM seen LEFT JOIN changed ON true ORDER BY changed."changeSeq"`,
  });
}

const changesForViewer = changesStatement(
  'message_changes',
  `JOIN "ChannelMember" v ON v."channelId" = c.id AND v."userId" = $4 AND v."leftAt" IS NULL
   JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $4
   WHERE c.id = $1 AND c."deletedAt" IS NULL`,
);
const changesForServer = changesStatement('message_changes_server', `WHERE c.id = $1`);

/**
 * Reads what changed in a channel after a number, for a viewer who is a member; null for one who is not (or no longer).
 */
export async function readChanges(viewerId: string, input: ListChangesInput): Promise<ChangesPage | null> {
  const { channelId, sinceSeq, limit } = input;
  return pageOf(await changesForViewer([channelId, sinceSeq, limit + 1, viewerId]), limit);
}

/**
 * Reads the same without asking who reads, ready to be handed to all readers of a process: each event says whose
 * membership it ends. For servers alone.
 */
export async function readChangesForServer(
  channelId: string,
  sinceSeq: number,
  limit: number,
): Promise<{ events: EncodedEvent[]; more: boolean }> {
  const rows = await changesForServer([channelId, sinceSeq, limit + 1]);
  const page = pageOf(rows, limit);
  const gone = rows.some((row) => row.channel && row.channel.deletedAt !== null);
  const events = page?.changes.map(({ seq, event }) =>
    encodeChannelEvent(seq, event, gone && event.type === 'channel' ? EVERYBODY : endsMembershipOf(event)),
  );
  return { events: events ?? [], more: page?.more ?? false };
}

/** The person whose membership this change ended, or null. */
export function endsMembershipOf(event: ChannelEvent): string | null {
  return event.type === 'member' && event.member.leftAt !== null ? event.member.userId : null;
}

function pageOf(rows: readonly ChangeRow[], limit: number): ChangesPage | null {
  const head = rows[0]?.head;
  if (head === undefined) return null;
  const changes = rows.flatMap((row) => {
    const event = eventOf(row);
    return event && row.changeSeq !== null ? [{ seq: row.changeSeq, event }] : [];
  });
  return { changes: changes.slice(0, limit), head, more: changes.length > limit };
}

function eventOf(row: ChangeRow): ChannelEvent | null {
  if (row.message) return { type: 'message', message: messageView(row.message) };
  if (row.member) return { type: 'member', member: channelMemberView(row.member), memberCount: row.memberCount };
  if (row.channel) return { type: 'channel', channel: channelView(row.channel) };
  return null;
}
