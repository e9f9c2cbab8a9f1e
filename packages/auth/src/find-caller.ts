import { type Prepared, prepared } from '@parley/db/query';
import type { Caller, CallerUser } from './caller.ts';
import { browserIdle } from './session-lifetime.ts';

interface CallerRow extends CallerUser {
  readonly sessionId: string;
  readonly sessionKind: 'BROWSER' | 'PROGRAM';
  readonly sessionCreatedAt: Date;
  readonly sessionExpires: Date;
}

const userColumns = [
  'id',
  'kind',
  'handle',
  'displayName',
  'email',
  'avatarUrl',
  'title',
  'timezone',
  'locale',
  'statusEmoji',
  'statusText',
  'statusExpiresAt',
  'deactivatedAt',
  'createdAt',
]
  .map((name) => `u."${name}"`)
  .join(', ');

// Unique-index probes of Session (and AccessToken), then User's primary key. The update touches a session at most once
// a minute; what it finds nothing to do for costs one more probe.
function callerStatement(name: string, session: string): Prepared<CallerRow> {
  return prepared<CallerRow>({
    name,
    text: `WITH found AS (
        SELECT s.* FROM ${session} AND s.expires > now() AND s."endsAt" > now()
      ), touched AS (
        UPDATE "Session" t
        SET "lastActiveAt" = now(),
          expires = CASE t.kind WHEN 'BROWSER' THEN least(now() + ${browserIdle}, t."endsAt") ELSE t.expires END
        FROM found
        WHERE t.id = found.id AND t."lastActiveAt" < now() - interval '1 minute'
      )
      SELECT found.id AS "sessionId", found.kind AS "sessionKind", found."createdAt" AS "sessionCreatedAt",
        found.expires AS "sessionExpires", ${userColumns}
      FROM found JOIN "User" u ON u.id = found."userId"
      WHERE u."deactivatedAt" IS NULL`,
  });
}

const byBrowserToken = callerStatement('auth_by_browser_token', `"Session" s WHERE s."tokenHash" = $1`);

const byAccessToken = callerStatement(
  'auth_by_access_token',
  `"AccessToken" a JOIN "Session" s ON s.id = a."sessionId" WHERE a."tokenHash" = $1 AND a."expiresAt" > now()`,
);

const bySession = callerStatement('auth_by_session', `"Session" s WHERE s.id = $1`);

function callerOf(row: CallerRow | undefined): Caller | null {
  if (!row) return null;
  const { sessionId, sessionKind, sessionCreatedAt, sessionExpires, ...user } = row;
  return {
    session: {
      id: sessionId,
      kind: sessionKind,
      userId: user.id,
      createdAt: sessionCreatedAt,
      expires: sessionExpires,
    },
    user,
  };
}

/** Who holds the browser token with this hash. Null when it is unknown, has ended, or the person is deactivated. */
export async function findByBrowserToken(tokenHash: string): Promise<Caller | null> {
  const [row] = await byBrowserToken([tokenHash]);
  return callerOf(row);
}

/** Who holds the access token with this hash. Null when it is unknown, has expired, or the person is deactivated. */
export async function findByAccessToken(tokenHash: string): Promise<Caller | null> {
  const [row] = await byAccessToken([tokenHash]);
  return callerOf(row);
}

const bySessions = callerStatement('auth_by_sessions', `"Session" s WHERE s.id = ANY($1::uuid[])`);

/** Those of these sessions that are alive, by one query: to be asked for many open sockets at once. */
export async function findLiveSessions(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await bySessions([sessionIds]);
  return new Set(rows.map((row) => row.sessionId));
}

/** Whose session it is, asked by its id. Null when it has ended or the person is deactivated. */
export async function findBySession(sessionId: string): Promise<Caller | null> {
  const [row] = await bySession([sessionId]);
  return callerOf(row);
}
