import { prepared } from '@parley/db/query';
import type { WorkspaceMembership } from '../access/workspace-access.ts';
import { foldName } from '../input/text.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { BrowseChannelsInput } from './channel.input.ts';
import { channelColumns } from './channel.view.ts';
import { type ViewerChannel, type ViewerChannelRow, viewerChannelView } from './viewer-channel.view.ts';

// Public channels and those the viewer is in, by name: a keyset over the unique index ("workspaceId", "nameKey").
const page = prepared<ViewerChannelRow & { nameKey: string }>({
  name: 'channel_browse',
  text: `SELECT ${channelColumns}, c."nameKey", cm.role AS "memberRole", cm."lastReadSeq", cm."notificationLevel", cm."mutedUntil",
      cm.starred, 0 AS unread, 0 AS mentions, NULL::jsonb AS "lastMessage", NULL::jsonb AS people, NULL::uuid AS "sectionId"
    FROM "Channel" c
    LEFT JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = $2 AND cm."leftAt" IS NULL
    WHERE c."workspaceId" = $1 AND c."deletedAt" IS NULL AND c.kind IN ('PUBLIC', 'PRIVATE')
      AND (cm."userId" IS NOT NULL OR (c.kind = 'PUBLIC' AND NOT $6::boolean))
      AND c."nameKey" > $3 AND ($4::text = '' OR position($4 IN c."nameKey") > 0)
    ORDER BY c."nameKey" LIMIT $5`,
});

/** A channel of the directory: without unread and the newest message, which the directory does not show. */
export type BrowsedChannel = Omit<ViewerChannel, 'membership' | 'lastMessage' | 'lastMessageAt'> & {
  readonly joined: boolean;
};

/** The workspace's channels that the viewer may know of, by name; `q` narrows to names that contain it. */
export async function browseChannels(
  viewerId: string,
  membership: WorkspaceMembership,
  input: BrowseChannelsInput,
): Promise<{ items: BrowsedChannel[]; nextCursor: string | null }> {
  const scope = `channel.browse ${input.workspaceId}`;
  const after = input.cursor === undefined ? '' : readCursor(scope, input.cursor);
  const guest = membership.role === 'GUEST';
  const rows = await page([input.workspaceId, viewerId, after, foldName(input.q ?? ''), input.limit + 1, guest]);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => {
      const { membership: place, lastMessage: _, lastMessageAt: __, ...channel } = viewerChannelView(row);
      return { ...channel, joined: place !== null };
    }),
    nextCursor: rows.length > input.limit && last ? writeCursor(scope, last.nameKey) : null,
  };
}
