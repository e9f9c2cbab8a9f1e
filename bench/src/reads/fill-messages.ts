import pg from 'pg';
import type { Company } from '../scene/company.ts';
import { messageMaker, randomNumbers } from './words.ts';

const chunk = 20_000;
/** Messages of each channel. */
const UNREAD = { inFirst: 7_500, elsewhere: 5 };
const indexes = ['Message_search_words_idx', 'Message_search_parts_idx'];

interface Filling {
  readonly url: string;
  readonly company: Company;
  readonly channelIds: readonly string[];
  readonly messages: number;
}

/**
 * Fills channels with messages, one each half minute up to now: three in four stand in the first, the others share the rest. All
 * are read but the last of them. The indexes of words are built afterwards, at once.
 */
export async function fillMessages({ url, company, channelIds, messages }: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const make = messageMaker(randomNumbers(7));
  const people = company.people.map(({ id }) => id);
  const { rows } = await client.query<{ text: string }>(
    'SELECT indexdef AS text FROM pg_indexes WHERE indexname = ANY($1)',
    [indexes],
  );
  try {
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '256MB'`);
    for (const name of indexes) await client.query(`DROP INDEX "${name}"`);
    for (let done = 0; done < messages; done += chunk) {
      const bodies = Array.from({ length: chunk }, (_, n) => make(done + n));
      await client.query(
        `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce, "createdAt", "searchIndexed")
          SELECT uuidv7(), ($2::uuid[])[CASE WHEN n % 4 > 0 THEN 1 ELSE 2 + (n / 4) % others END],
            ($3::uuid[])[1 + n % cardinality($3::uuid[])], seq, seq, body, n::text, now() - ($5 - n) * interval '30 s', true
          FROM unnest($1::text[]) WITH ORDINALITY AS made(body, place),
            LATERAL (SELECT $4 + place AS n, cardinality($2::uuid[]) - 1 AS others) told,
            LATERAL (SELECT CASE WHEN n % 4 > 0 THEN n - n / 4 ELSE n / 4 / others + 1 END AS seq) numbered`,
        [bodies, channelIds, people, done, messages],
      );
    }
    for (const { text } of rows) await client.query(text);
    await client.query('UPDATE "Channel" c SET seq = (SELECT max(m.seq) FROM "Message" m WHERE m."channelId" = c.id)');
    await client.query(
      `UPDATE "ChannelMember" cm SET "lastReadSeq" = c.seq - CASE WHEN c.id = $1 THEN ${UNREAD.inFirst} ELSE ${UNREAD.elsewhere} END
        FROM "Channel" c WHERE c.id = cm."channelId"`,
      [channelIds[0]],
    );
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
