import { prepared } from '@parley/db/query';
import type { User } from '@parley/realtime/shapes';
import type { WorkspaceMembership } from '../access/workspace-access.ts';
import type { SearchUsersInput } from './user.input.ts';
import { type UserRow, userColumns, userView } from './user.view.ts';

/** Small letters without accents, by the database, so that what is typed and what is stored meet in one form. */
function plain(expression: string): string {
  return `regexp_replace(normalize(lower(${expression}), NFKD), '[\\u0300-\\u036f]', '', 'g')`;
}

// Reads the workspace's people through the primary keys of Member and User, and folds their names as it goes: some
// milliseconds for a thousand people.
const search = prepared<UserRow>({
  name: 'user_search',
  text: `WITH asked AS (SELECT ${plain('$2::text')} AS q)
    SELECT ${userColumns('u')}
    FROM asked, "Member" w
    JOIN "User" u ON u.id = w."userId"
    CROSS JOIN LATERAL (SELECT ${plain('u."displayName"')} AS name, ${plain('u.handle')} AS handle) folded
    WHERE w."workspaceId" = $1 AND u."deactivatedAt" IS NULL
      AND (position(asked.q IN folded.name) > 0 OR position(asked.q IN folded.handle) > 0)
      AND (NOT $4::boolean OR u.id = $3 OR EXISTS (
        SELECT FROM "ChannelMember" mine
        JOIN "ChannelMember" theirs ON theirs."channelId" = mine."channelId" AND theirs."userId" = u.id
          AND theirs."leftAt" IS NULL
        JOIN "Channel" c ON c.id = mine."channelId" AND c."workspaceId" = $1 AND c."deletedAt" IS NULL
        WHERE mine."userId" = $3 AND mine."leftAt" IS NULL
      ))
    ORDER BY starts_with(folded.handle, asked.q) OR starts_with(folded.name, asked.q) DESC,
      position(' ' || asked.q IN folded.name) > 0 DESC, folded.name, u.id
    LIMIT $5`,
});

/**
 * People of a workspace whose name or handle contains `q`, accents and capitals aside; those that begin with it come
 * first. A guest finds only people of the channels that they are in.
 */
export async function searchUsers(
  viewerId: string,
  { role, workspaceId }: WorkspaceMembership,
  { q, limit }: Pick<SearchUsersInput, 'q' | 'limit'>,
): Promise<User[]> {
  const asked = q.trim().replace(/^@/, '');
  const rows = await search([workspaceId, asked, viewerId, role === 'GUEST', limit]);
  return rows.map(userView);
}
