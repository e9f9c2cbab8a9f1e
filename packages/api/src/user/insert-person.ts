import { newId } from '@parley/db/ids';
import { type Prepared, prepared } from '@parley/db/query';
import { handleCandidates } from './handle.ts';

const ATTEMPTS = 5;

export interface NewPerson {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
}

// The first handle that is free. Nothing is written when the address is known, or when another sign-up took the handle
// at the same moment.
const insert: Prepared<{ userId: string }> = prepared({
  name: 'user_insert_person',
  text: `WITH person AS (
      INSERT INTO "User" (id, email, "displayName", handle, "handleKey")
      SELECT $1, $2, $3, c.handle, c.key
      FROM unnest($4::text[], $5::text[]) WITH ORDINALITY AS c(handle, key, n)
      WHERE NOT EXISTS (SELECT FROM "User" u WHERE u."handleKey" = c.key)
      ORDER BY c.n LIMIT 1
      ON CONFLICT DO NOTHING
      RETURNING id
    )
    INSERT INTO "Credential" ("userId", "passwordHash") SELECT id, $6 FROM person RETURNING "userId"`,
});

const byEmail = prepared<{ id: string }>({ name: 'user_by_email', text: `SELECT id FROM "User" WHERE email = $1` });

/** Makes a person with a password and a handle of their own, and returns their id. Null when the address is known. */
export async function insertPerson(person: NewPerson, client?: Parameters<typeof insert>[1]): Promise<string | null> {
  const { email, displayName, passwordHash } = person;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const candidates = handleCandidates(person);
    const handles = candidates.map(({ handle }) => handle);
    const keys = candidates.map(({ key }) => key);
    const [made] = await insert([newId(), email, displayName, handles, keys, passwordHash], client);
    if (made) return made.userId;
    const [known] = await byEmail([email], client);
    if (known) return null;
  }
  throw new Error('No handle was free for a new person.');
}
