import { newId } from '@parley/db/ids';
import { readMigrations } from '@parley/db/migrations/prisma-folder';
import { pool } from '@parley/db/pool';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { expect, it } from 'vitest';
import { spelledEmoji } from '../input/spelled-emoji.ts';

useTestDatabase();

const [messageId, one, other] = [newId(), newId(), newId()];

it('reactions that were written before emoji had one spelling get it, and count once', async () => {
  const migration = readMigrations().migrationDirectories.find(({ path }) => path.endsWith('_emoji_spelling'));
  const { content } = migration?.migrationFile ?? {};
  if (content?.tag !== 'ok') throw new Error('The migration can be read.');
  const codes = Array.from({ length: 0x1f900 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  const alone = codes.map((code) => String.fromCodePoint(code)).filter((sign) => /\p{Emoji}/u.test(sign));
  const joined = ['\u{1F441}\u200D\u{1F5E8}', '\u261D\uFE0F\u{1F3FB}', '1\u20E3'];
  const client = await pool().connect();
  const set = (userId: string, seq: number, emoji: readonly string[]) =>
    client.query(
      `INSERT INTO "Reaction" ("messageId", "userId", emoji, seq, "authorId")
        SELECT $1::uuid, $2::uuid, emoji, $3::int, $2::uuid FROM unnest($4::text[]) emoji`,
      [messageId, userId, seq, emoji],
    );
  const stored = async (userId: string) => {
    const { rows } = await client.query<{ emoji: string; seq: number }>(
      `SELECT emoji, seq FROM "Reaction" WHERE "userId" = $1`,
      [userId],
    );
    return new Map(rows.map(({ emoji, seq }) => [emoji, seq]));
  };
  try {
    // What becomes of reactions is seen without their messages.
    await client.query('SET session_replication_role = replica');
    await set(one, 9, [...alone, ...joined, ':tada:']);
    await set(one, 3, ['\u{1F44D}\uFE0F']);
    await set(other, 4, ['\u2764\uFE0F', '\u{1F389}\uFE0F', '\u{1F389}\uFE0E']);
    await client.query(content.value);
    const ones = await stored(one);
    expect(new Set(ones.keys())).toEqual(new Set([...[...alone, ...joined].map(spelledEmoji), ':tada:']));
    expect([ones.get('\u{1F44D}'), ones.get('\u{1F389}')]).toEqual([3, 9]);
    expect(new Set((await stored(other)).keys())).toEqual(new Set(['\u2764\uFE0F', '\u{1F389}']));
  } finally {
    client.release(true);
  }
});
