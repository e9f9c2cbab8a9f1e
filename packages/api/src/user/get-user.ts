import { prepared } from '@parley/db/query';
import type { User } from '@parley/realtime/shapes';
import { findVisiblePeople } from '../access/person-access.ts';
import { notFound } from '../app-error.ts';
import { type UserRow, userColumns, userView } from './user.view.ts';

const byId = prepared<UserRow>({
  name: 'user_by_id',
  text: `SELECT ${userColumns('u')} FROM "User" u WHERE u.id = $1`,
});

/** A person whom the viewer may know of: NOT_FOUND for anybody who shares no workspace with them (for a guest, no channel). */
export async function getUser(viewerId: string, userId: string): Promise<User> {
  const visible = await findVisiblePeople(viewerId, [userId]);
  const [row] = visible.has(userId) ? await byId([userId]) : [];
  if (!row) throw notFound();
  return userView(row);
}
