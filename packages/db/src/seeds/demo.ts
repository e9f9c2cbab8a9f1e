import type pg from 'pg';
import { transaction } from '../transaction.ts';
import { buildCompany, demoEmail } from './build-company.ts';
import type { Company } from './company.ts';
import { people, signInAs } from './northwind/people.ts';

export interface DemoAccount {
  name: string;
  email: string;
  title: string;
}

export interface Seeded {
  /** False when there was somebody in the database already: then nothing was written. */
  written: boolean;
  /** Is it Northwind that is in the database, from now or from before? */
  present: boolean;
  accounts: DemoAccount[];
  messages: number;
}

export interface DemoOptions {
  /** The one password of the three accounts. */
  password: string;
  hashPassword: (password: string) => Promise<string>;
  /** The month ends here; now when left out. */
  now?: Date;
}

/** Tables in the order in which their rows refer to each other. The keys are `Company`'s. */
const tables = [
  ['User', 'users'],
  ['Member', 'members'],
  ['Channel', 'channels'],
  ['ChannelMember', 'channelMembers'],
  ['Message', 'messages'],
  ['MessageRevision', 'revisions'],
  ['Reaction', 'reactions'],
  ['ThreadFollow', 'follows'],
  ['ReadMark', 'readMarks'],
  ['SavedMessage', 'saved'],
  ['Draft', 'drafts'],
] as const;

/** One statement for a whole table: the rows travel as JSON and become the table's own row type. */
async function insertRows(client: pg.PoolClient, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ');
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
    [JSON.stringify(rows)],
  );
}

/** Whom the messages call, as sending them would have written it. */
const mentions = `INSERT INTO "Mention" (id, "messageId", "channelId", "userId", "authorId", seq, "parentId", "createdAt")
  SELECT gen_random_uuid(), m.id, m."channelId", called."userId", m."authorId", m.seq, m."parentId", m."createdAt"
  FROM "Message" m
  CROSS JOIN LATERAL (
    SELECT u.id AS "userId" FROM "User" u WHERE position('<@' || u.id || '>' IN m.body) > 0
    UNION ALL
    SELECT NULL WHERE m.body LIKE '%<!channel>%' OR m.body LIKE '%<!here>%'
  ) called
  WHERE m.body LIKE '%<@%' OR m.body LIKE '%<!%'`;

async function store(client: pg.PoolClient, company: Company, passwordHash: string): Promise<void> {
  await insertRows(client, 'Workspace', [company.workspace]);
  for (const [table, key] of tables) await insertRows(client, table, company[key]);
  await client.query(mentions);
  const handles = new Set<string>(signInAs);
  const credentials = company.users
    .filter(({ handle }) => handles.has(handle))
    .map(({ id, createdAt }) => ({ userId: id, passwordHash, updatedAt: createdAt }));
  await insertRows(client, 'Credential', credentials);
}

async function isEmpty(client: pg.PoolClient): Promise<boolean> {
  // Held until the end: two servers that start together must not both find it empty.
  await client.query('LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE');
  const { rowCount } = await client.query('SELECT 1 FROM "User" LIMIT 1');
  return rowCount === 0;
}

async function isNorthwind(client: pg.PoolClient): Promise<boolean> {
  const owner = demoEmail(signInAs[0]);
  const { rowCount } = await client.query('SELECT 1 FROM "User" WHERE email = $1', [owner]);
  return rowCount === 1;
}

function accounts(): DemoAccount[] {
  const handles = new Set<string>(signInAs);
  return people
    .filter(({ handle }) => handles.has(handle))
    .map(({ handle, name, title }) => ({ name, title, email: demoEmail(handle) }));
}

/**
 * Fills an empty database with Northwind, a company with a month of talk, in one transaction. A database with anybody in
 * it is left as it is. Answers whom one may sign in as.
 */
export async function seedDemo({ password, hashPassword, now = new Date() }: DemoOptions): Promise<Seeded> {
  const passwordHash = await hashPassword(password);
  return transaction(async (client) => {
    if (!(await isEmpty(client))) {
      return { written: false, present: await isNorthwind(client), accounts: accounts(), messages: 0 };
    }
    const company = buildCompany(now);
    await store(client, company, passwordHash);
    return { written: true, present: true, accounts: accounts(), messages: company.messages.length };
  });
}
