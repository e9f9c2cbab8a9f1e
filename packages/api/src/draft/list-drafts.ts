import { prepared } from '@parley/db/query';
import { type Draft, type DraftRow, draftColumns, draftView } from './draft.view.ts';

/** Nobody has more drafts than this. */
export const mostDrafts = 500;

// A range of the primary key ("userId", "placeId"), and the author's place in each channel by primary key.
const mine = prepared<DraftRow>({
  name: 'draft_list',
  text: `SELECT ${draftColumns} FROM "Draft" d
    JOIN "Channel" c ON c.id = d."channelId" AND c."workspaceId" = $2 AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = d."channelId" AND cm."userId" = d."userId" AND cm."leftAt" IS NULL
    WHERE d."userId" = $1 AND (d.body <> '' OR d."fileIds" <> '{}')
    ORDER BY d."updatedAt" DESC, d."placeId" LIMIT ${mostDrafts}`,
});

/** The drafts of one person in the channels of a workspace that they are in, the latest first. */
export async function listDrafts(userId: string, workspaceId: string): Promise<Draft[]> {
  return (await mine([userId, workspaceId])).map(draftView);
}
