import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { forgetSessions } from './caller-cache.ts';
import { ACCESS_TOKEN_SECONDS, absolute, programIdle } from './session-lifetime.ts';
import { newToken, tokenHash } from './session-tokens.ts';
import type { EndedSession, NewSession } from './sessions.ts';

/** What a program holds: a short-lived token for calls, and one that is good once for the next pair. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds until the access token ends. */
  readonly expiresIn: number;
}

/** A used token that comes again was copied: its family is ended, whoever of the two holders is the owner. */
export type Rotation =
  | { readonly kind: 'rotated'; readonly tokens: TokenPair }
  | { readonly kind: 'reused'; readonly ended: EndedSession }
  | { readonly kind: 'unknown' };

const insertProgramSession = prepared<{ id: string }>({
  name: 'auth_insert_program_session',
  text: `INSERT INTO "Session" (id, kind, "userId", device, ip, expires, "endsAt")
    VALUES ($1, 'PROGRAM', $2, $3, $4, now() + least(${programIdle}, ${absolute}), now() + ${absolute})
    RETURNING id`,
});

const insertTokens = prepared<{ sessionId: string }>({
  name: 'auth_insert_tokens',
  text: `WITH family AS (SELECT id, expires FROM "Session" WHERE id = $1),
      access AS (
        INSERT INTO "AccessToken" ("tokenHash", "sessionId", "expiresAt")
        SELECT $2, id, least(now() + $4::int * interval '1 second', expires) FROM family
      )
    INSERT INTO "RefreshToken" ("tokenHash", "sessionId", "expiresAt") SELECT $3, id, expires FROM family
    RETURNING "sessionId"`,
});

// The session's row is locked before its tokens, in the order in which ending a session takes them.
const lockFamily = prepared<EndedSession & { alive: boolean }>({
  name: 'auth_lock_family',
  text: `SELECT s.id, s."userId", s.expires > now() AND s."endsAt" > now() AND u."deactivatedAt" IS NULL AS alive
    FROM "RefreshToken" r JOIN "Session" s ON s.id = r."sessionId" JOIN "User" u ON u.id = s."userId"
    WHERE r."tokenHash" = $1
    FOR UPDATE OF s`,
});

const spendToken = prepared<{ sessionId: string }>({
  name: 'auth_use_refresh_token',
  text: `UPDATE "RefreshToken" SET "usedAt" = now()
    WHERE "tokenHash" = $1 AND "usedAt" IS NULL AND "expiresAt" > now()
    RETURNING "sessionId"`,
});

const wasUsed = prepared<{ sessionId: string }>({
  name: 'auth_was_refresh_token_used',
  text: `SELECT "sessionId" FROM "RefreshToken" WHERE "tokenHash" = $1 AND "usedAt" IS NOT NULL`,
});

const renewFamily = prepared<{ id: string }>({
  name: 'auth_renew_family',
  text: `WITH stale AS (DELETE FROM "AccessToken" WHERE "sessionId" = $1 AND "expiresAt" <= now())
    UPDATE "Session" SET "lastActiveAt" = now(), expires = least(now() + ${programIdle}, "endsAt") WHERE id = $1
    RETURNING id`,
});

const deleteFamily = prepared<EndedSession>({
  name: 'auth_delete_family',
  text: `DELETE FROM "Session" s USING "RefreshToken" r
    WHERE r."tokenHash" = $1 AND s.id = r."sessionId"
    RETURNING s.id, s."userId"`,
});

async function addTokens(sessionId: string, client: Parameters<typeof insertTokens>[1]): Promise<TokenPair> {
  const accessToken = newToken('parley_at_');
  const refreshToken = newToken('parley_rt_');
  await insertTokens([sessionId, tokenHash(accessToken), tokenHash(refreshToken), ACCESS_TOKEN_SECONDS], client);
  return { accessToken, refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
}

/** Begins a program's session and hands out its first pair of tokens, which are shown this once. */
export function issueTokens({ userId, device, ip }: NewSession): Promise<TokenPair> {
  return transaction(async (client) => {
    const id = newId();
    await insertProgramSession([id, userId, device, ip], client);
    return addTokens(id, client);
  });
}

/**
 * Trades a refresh token for the next pair. Of two who present the same one at the same time, one gets the pair and the
 * other ends the family, as anybody does who presents a used one. `unknown` covers all that is not alive.
 */
export async function rotateTokens(refreshToken: string): Promise<Rotation> {
  const hash = tokenHash(refreshToken);
  const rotation = await transaction<Rotation>(async (client) => {
    const [family] = await lockFamily([hash], client);
    if (!family?.alive) return { kind: 'unknown' };
    const [used] = await spendToken([hash], client);
    if (used) {
      await renewFamily([family.id], client);
      return { kind: 'rotated', tokens: await addTokens(family.id, client) };
    }
    const [before] = await wasUsed([hash], client);
    if (!before) return { kind: 'unknown' };
    await deleteFamily([hash], client);
    return { kind: 'reused', ended: { id: family.id, userId: family.userId } };
  });
  if (rotation.kind === 'reused') forgetSessions([rotation.ended.id]);
  return rotation;
}

/** Ends the family of a refresh token, used or not; null when there was none. */
export async function revokeTokens(refreshToken: string): Promise<EndedSession | null> {
  const [ended] = await deleteFamily([tokenHash(refreshToken)]);
  if (ended) forgetSessions([ended.id]);
  return ended ?? null;
}
