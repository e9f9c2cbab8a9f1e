import { prepared } from '@parley/db/query';
import { type MessageRow, messageColumns } from '../message/message.view.ts';
import type { ChannelKind, ChannelRole } from './channel-access.ts';
import type { WorkspaceRole } from './workspace-access.ts';

type Client = NonNullable<Parameters<ReturnType<typeof prepared>>[1]>;

/** A message that the viewer may read, with what decides what they may do to it. */
export interface AccessibleMessage extends MessageRow {
  readonly workspaceId: string;
  readonly workspaceRole: WorkspaceRole;
  readonly channelKind: ChannelKind;
  readonly channelRole: ChannelRole;
  readonly channelArchivedAt: Date | null;
  /** The channel's number when this was read. */
  readonly channelSeq: number;
}

const messageForViewer = prepared<AccessibleMessage>({
  name: 'access_message',
  text: `SELECT ${messageColumns}, c."workspaceId", w.role AS "workspaceRole", c.kind AS "channelKind", cm.role AS "channelRole",
      c."archivedAt" AS "channelArchivedAt", c.seq AS "channelSeq"
    FROM "Message" m
    JOIN "User" u ON u.id = m."authorId"
    JOIN "Channel" c ON c.id = m."channelId" AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = $2 AND cm."leftAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $2
    WHERE m.id = $1`,
});

/** The message, when the viewer is a member of its channel; otherwise null. */
export async function findMessage(viewerId: string, messageId: string): Promise<AccessibleMessage | null> {
  const [row] = await messageForViewer([messageId, viewerId]);
  return row ?? null;
}

/** A message of a channel the viewer is in, locked until the transaction ends; so is the viewer's place. */
export interface LockedMessage {
  readonly id: string;
  readonly channelId: string;
  readonly workspaceId: string;
  readonly authorId: string;
  readonly kind: 'USER' | 'SYSTEM';
  readonly body: string;
  readonly seq: number;
  readonly changeSeq: number;
  readonly editedAt: Date | null;
  readonly editSeq: number | null;
  readonly parentId: string | null;
  readonly deletedAt: Date | null;
  readonly pinnedAt: Date | null;
}

// In the order of all locks: the member's row, then the message's. Four primary-key probes.
const lockForViewer = prepared<LockedMessage>({
  name: 'access_message_lock',
  text: `WITH place AS (
      SELECT cm."channelId" FROM "Message" m
      JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = $1
      WHERE m.id = $2 AND cm."leftAt" IS NULL FOR SHARE OF cm
    )
    SELECT m.id, m."channelId", c."workspaceId", m."authorId", m.kind, m.body, m.seq, m."changeSeq",
      m."editedAt", m."editSeq", m."parentId", m."deletedAt", m."pinnedAt"
    FROM place
    JOIN "Message" m ON m.id = $2
    JOIN "Channel" c ON c.id = place."channelId" AND c."deletedAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $1
    FOR NO KEY UPDATE OF m`,
});

/** Locks a message, when the viewer is a member of its channel; otherwise null. */
export async function lockMessage(client: Client, viewerId: string, messageId: string): Promise<LockedMessage | null> {
  const [row] = await lockForViewer([viewerId, messageId], client);
  return row ?? null;
}
