import { channelSchema, type Message, messageSchema, userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import type { ChannelRole } from '../access/channel-access.ts';
import { type MessageRow, messageColumns, messageView, onTimeline } from '../message/message.view.ts';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTimeOrNull } from '../view-time.ts';
import { type ChannelRow, channelColumns, channelView } from './channel.view.ts';

/** The viewer's own place in a channel. */
export const membershipSchema = z
  .object({
    role: z.enum(['OWNER', 'MEMBER']),
    lastReadSeq: z.int(),
    unread: z.int(),
    mentions: z.int(),
    notificationLevel: z.enum(['ALL', 'MENTIONS', 'NONE']),
    mutedUntil: z.iso.datetime().nullable(),
    sectionId: z.uuid().nullable(),
    starred: z.boolean(),
  })
  .meta({ id: 'Membership' });

/** A channel as one viewer sees it. `people` is there for DIRECT and GROUP. */
export const viewerChannelSchema = channelSchema
  .extend({
    membership: membershipSchema.nullable(),
    lastMessage: messageSchema.nullable(),
    /** When that was sent. The inbox tells of it before the message itself is read. */
    lastMessageAt: z.iso.datetime().nullable(),
    people: z.array(userSchema).optional(),
  })
  .meta({ id: 'Channel' });

export type ViewerChannel = z.infer<typeof viewerChannelSchema>;

export interface ViewerChannelRow extends ChannelRow {
  readonly memberRole: ChannelRole | null;
  readonly lastReadSeq: number | null;
  readonly unread: number;
  readonly mentions: number;
  readonly notificationLevel: 'ALL' | 'MENTIONS' | 'NONE' | null;
  readonly mutedUntil: DbTime | null;
  readonly starred: boolean | null;
  readonly sectionId: string | null;
  readonly lastMessage: MessageRow | null;
  /** Everybody whose conversation it is, for DIRECT and GROUP; null for others. */
  readonly people: readonly UserRow[] | null;
}

// Whose conversation it is, those who left the workspace too: they name it. Other channels are not asked.
const people = `CASE WHEN c.kind IN ('DIRECT', 'GROUP') THEN (
    SELECT json_agg(${userJson('p')} ORDER BY p."displayName", p.id)
    FROM "ChannelMember" pm JOIN "User" p ON p.id = pm."userId" WHERE pm."channelId" = c.id
  ) END AS people`;

/** The columns of `ViewerChannelRow` for a channel `c`, the viewer's place `cm`, their unread and the last message. */
export const viewerChannelColumns = `${channelColumns}, cm.role AS "memberRole", cm."lastReadSeq", cm."notificationLevel",
  cm."mutedUntil", cm.starred, coalesce(counted.unread, 0) AS unread, coalesce(counted.mentions, 0) AS mentions,
  latest.message AS "lastMessage", ${people}, (SELECT s.id FROM "ChannelSection" s
    WHERE s."userId" = cm."userId" AND s."workspaceId" = c."workspaceId" AND c.id = ANY(s."channelIds") LIMIT 1) AS "sectionId"`;

/** The newest that people wrote on the timeline of `c`: the first such row of a backward scan over its index. */
export const lastMessageLateral = `LEFT JOIN LATERAL (
    SELECT (SELECT row_to_json(row) FROM (SELECT ${messageColumns}) row) AS message
    FROM "Message" m JOIN "User" u ON u.id = m."authorId"
    WHERE m."channelId" = cm."channelId" AND ${onTimeline} AND m."deletedAt" IS NULL AND m.kind = 'USER'
    ORDER BY m.seq DESC LIMIT 1
  ) latest ON true`;

/** A channel with the viewer's place in it; null places for one who only may see it. */
export function viewerChannelView(row: ViewerChannelRow): ViewerChannel {
  const lastMessage: Message | null = row.lastMessage && messageView(row.lastMessage);
  const lastMessageAt = lastMessage?.createdAt ?? null;
  const channel = { ...channelView(row), membership: membershipOf(row), lastMessage, lastMessageAt };
  return row.people ? { ...channel, people: row.people.map(userView) } : channel;
}

function membershipOf(row: ViewerChannelRow): ViewerChannel['membership'] {
  const { memberRole, lastReadSeq, notificationLevel } = row;
  if (memberRole === null || lastReadSeq === null || notificationLevel === null) return null;
  return {
    role: memberRole,
    lastReadSeq,
    unread: row.unread,
    mentions: row.mentions,
    notificationLevel,
    mutedUntil: isoTimeOrNull(row.mutedUntil),
    sectionId: row.sectionId,
    starred: row.starred === true,
  };
}
