import { prepared } from '@parley/db/query';
import { shownToMember } from '../direct/shown-to-member.ts';
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
/** Closed conversations are followed too: their next message brings them back. */
const maxHeads = 5_000;

const placesText = `SELECT ${viewerChannelColumns} FROM "ChannelMember" cm
    JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = cm."userId"
    ${unreadLateral}
    ${lastMessageLateral}
    WHERE cm."userId" = $2 AND cm."leftAt" IS NULL AND c."workspaceId" = $1 AND ${shownToMember}`;

/**
 * One query: the person's places by index ("userId"), each channel by key, and for each one range scan of what is unread,
 * one row of the newest message, and the people when it is a conversation: some ten blocks a channel.
 */
export const channelListText = `${placesText} ORDER BY c."nameKey", c.id LIMIT ${maxChannels}`;

const myChannels = prepared<ViewerChannelRow>({ name: 'channel_list', text: channelListText });

const myDirects = prepared<ViewerChannelRow>({
  name: 'direct_list',
  text: `${placesText} AND c.kind IN ('DIRECT', 'GROUP')
    ORDER BY coalesce((latest.message->>'createdAt')::timestamptz, c."createdAt") DESC, c.id LIMIT ${maxChannels}`,
});

/** The channels and open conversations that the viewer is in, with unread and the newest message, by name. */
export async function listChannels(viewerId: string, workspaceId: string): Promise<ViewerChannel[]> {
  const rows = await myChannels([workspaceId, viewerId]);
  return rows.map(viewerChannelView);
}

/** The viewer's open conversations alone, the latest first. */
export async function listDirects(viewerId: string, workspaceId: string): Promise<ViewerChannel[]> {
  const rows = await myDirects([workspaceId, viewerId]);
  return rows.map(viewerChannelView);
}

/** A channel's counter, and whether the channel is missing in the person's list. */
export interface OwnHead {
  readonly id: string;
  readonly seq: number;
  readonly hidden: boolean;
}

const myHeads = prepared<OwnHead>({
  name: 'channel_list_heads',
  text: `SELECT c.id, c.seq, NOT ${shownToMember} AS hidden
    FROM "ChannelMember" cm JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    WHERE cm."userId" = $2 AND cm."leftAt" IS NULL AND c."workspaceId" = $1 LIMIT ${maxHeads}`,
});

/** The channels that the viewer is in, closed conversations too, with their counters and nothing else. */
export async function listChannelHeads(viewerId: string, workspaceId: string): Promise<OwnHead[]> {
  return myHeads([workspaceId, viewerId]);
}
