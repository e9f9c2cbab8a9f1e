import pg from 'pg';
import type { Company } from '../scene/company.ts';
import { messageMaker, randomNumbers } from './words.ts';

const chunk = 20_000;
/** Of all messages: in 500 channels some five each, and thousands in the first. */
const UNREAD = 10_000;
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
          SELECT uuidv7(),
            ($2::uuid[])[CASE WHEN n % 4 > 0 THEN 1 ELSE 2 + (n / 4) % (cardinality($2::uuid[]) - 1) END],
            ($3::uuid[])[1 + n % cardinality($3::uuid[])],
            $4 + n, $4 + n, body, ($4 + n)::text, now() - ($5 - $4 - n) * interval '30 s', true
          FROM unnest($1::text[]) WITH ORDINALITY AS made(body, n)`,
        [bodies, channelIds, people, done, messages],
      );
    }
    await client.query('UPDATE "Channel" SET seq = $1', [messages]);
    await client.query('UPDATE "ChannelMember" SET "lastReadSeq" = $1', [messages - UNREAD]);
    for (const { text } of rows) await client.query(text);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
