import { newToken, tokenHash } from '@parley/auth/session-tokens';
import { newId } from '@parley/db/ids';
import { pool } from '@parley/db/pool';

/** Somebody who has signed in. */
export interface Person {
  readonly id: string;
  readonly token: string;
}

/** A workspace and the people in it. */
export interface Company {
  readonly workspaceId: string;
  readonly people: readonly Person[];
}

/** Makes a workspace of so many people, each with a session and an access token that outlives any run. */
export async function insertCompany(size: number): Promise<Company> {
  const db = pool();
  const workspaceId = newId();
  const people = Array.from({ length: size }, () => ({
    id: newId(),
    sessionId: newId(),
    token: newToken('parley_at_'),
  }));
  const [ids, sessionIds] = [people.map(({ id }) => id), people.map(({ sessionId }) => sessionId)];
  await db.query(`INSERT INTO "Workspace" (id, slug, name) VALUES ($1, $2, 'Bench')`, [
    workspaceId,
    `bench-${workspaceId}`,
  ]);
  await db.query(
    `INSERT INTO "User" (id, handle, "handleKey", "displayName")
      SELECT id, id::text, id::text, 'Ada Lovelace' FROM unnest($1::uuid[]) id`,
    [ids],
  );
  await db.query(
    `INSERT INTO "Session" (id, kind, "userId", device, expires, "endsAt")
      SELECT s, 'PROGRAM', u, 'Bench', now() + interval '1 day', now() + interval '1 day'
      FROM unnest($1::uuid[], $2::uuid[]) AS p(s, u)`,
    [sessionIds, ids],
  );
  await db.query(
    `INSERT INTO "AccessToken" ("tokenHash", "sessionId", "expiresAt")
      SELECT h, s, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS p(h, s)`,
    [people.map(({ token }) => tokenHash(token)), sessionIds],
  );
  await db.query(`INSERT INTO "Member" ("workspaceId", "userId") SELECT $1, id FROM unnest($2::uuid[]) id`, [
    workspaceId,
    ids,
  ]);
  return { workspaceId, people };
}

/** Makes so many channels that everybody in the company is in, and answers their ids. */
export async function insertChannels({ workspaceId, people }: Company, count: number): Promise<string[]> {
  const db = pool();
  const channelIds = Array.from({ length: count }, newId);
  await db.query(
    `INSERT INTO "Channel" (id, "workspaceId", kind, name, "nameKey", "memberCount")
      SELECT id, $1, 'PUBLIC', id::text, id::text, $3 FROM unnest($2::uuid[]) id`,
    [workspaceId, channelIds, people.length],
  );
  await db.query(
    `INSERT INTO "ChannelMember" ("channelId", "userId", "changeSeq")
      SELECT c, u, 0 FROM unnest($1::uuid[]) c, unnest($2::uuid[]) u`,
    [channelIds, people.map(({ id }) => id)],
  );
  await db.query('ANALYZE');
  return channelIds;
}
