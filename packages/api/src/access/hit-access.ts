import { prepared } from '@parley/db/query';
import { type MessageRow, messageColumns } from '../message/message.view.ts';
import type { ChannelKind } from './channel-access.ts';

/** A message that the viewer may read, with the channel it stands in. */
export interface AccessibleHit extends MessageRow {
  readonly channelName: string;
  readonly channelKind: ChannelKind;
}

const hitsForViewer = prepared<AccessibleHit>({
  name: 'access_hits',
  text: `SELECT ${messageColumns}, c.name AS "channelName", c.kind AS "channelKind"
    FROM "Message" m
    JOIN "User" u ON u.id = m."authorId"
    JOIN "Channel" c ON c.id = m."channelId" AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = m."channelId" AND cm."userId" = $2 AND cm."leftAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $2
    WHERE m.id = ANY($1::uuid[])`,
});

/** Those of the messages that the viewer may read now, by id. */
export async function findHits(
  viewerId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, AccessibleHit>> {
  const rows = messageIds.length === 0 ? [] : await hitsForViewer([messageIds, viewerId]);
  return new Map(rows.map((row) => [row.id, row]));
}
