import { prepared } from '@parley/db/query';
import { type MessageRow, messageColumns } from '../message/message.view.ts';
import type { ChannelRole } from './channel-access.ts';
import type { WorkspaceRole } from './workspace-access.ts';

/** A message that the viewer may read, with what decides what they may do to it. */
export interface AccessibleMessage extends MessageRow {
  readonly workspaceRole: WorkspaceRole;
  readonly channelRole: ChannelRole;
  readonly channelArchivedAt: Date | null;
}

const messageForViewer = prepared<AccessibleMessage>({
  name: 'access_message',
  text: `SELECT ${messageColumns}, w.role AS "workspaceRole", cm.role AS "channelRole", c."archivedAt" AS "channelArchivedAt"
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
