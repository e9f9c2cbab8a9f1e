import { prepared } from '@parley/db/query';
import { unreadLateral } from '../read-state/unread.ts';
import {
  lastMessageLateral,
  type ViewerChannel,
  type ViewerChannelRow,
  viewerChannelColumns,
  viewerChannelView,
} from './viewer-channel.view.ts';

/** Nobody's sidebar holds more channels than this. */
const maxChannels = 1_000;

// One query: the person's places by index ("userId"), each channel by key, and for each one range scan of what is unread.
const myChannels = prepared<ViewerChannelRow>({
  name: 'channel_list',
  text: `SELECT ${viewerChannelColumns} FROM "ChannelMember" cm
    JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = cm."userId"
    ${unreadLateral}
    ${lastMessageLateral}
    WHERE cm."userId" = $2 AND cm."leftAt" IS NULL AND c."workspaceId" = $1
    ORDER BY c."nameKey", c.id LIMIT ${maxChannels}`,
});

/** The channels that the viewer is a member of, with unread and the newest message, by name. */
export async function listChannels(viewerId: string, workspaceId: string): Promise<ViewerChannel[]> {
  const rows = await myChannels([workspaceId, viewerId]);
  return rows.map(viewerChannelView);
}

const myHeads = prepared<{ id: string; seq: number }>({
  name: 'channel_list_heads',
  text: `SELECT c.id, c.seq FROM "ChannelMember" cm JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    WHERE cm."userId" = $2 AND cm."leftAt" IS NULL AND c."workspaceId" = $1 LIMIT ${maxChannels}`,
});

/** The channels that the viewer is a member of, with their counters and nothing else. */
export async function listChannelHeads(
  viewerId: string,
  workspaceId: string,
): Promise<Array<{ id: string; seq: number }>> {
  return myHeads([workspaceId, viewerId]);
}
