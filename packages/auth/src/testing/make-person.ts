import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import type { NewSession } from '../sessions.ts';

/** A person in the test database who is signed in nowhere yet, as a session wants them. */
export async function makePerson(): Promise<NewSession> {
  const userId = newId();
  const handle = `person-${userId}`;
  const email = `${handle}@example.com`;
  await db().user.create({ data: { id: userId, handle, handleKey: handle, displayName: 'Ada Lovelace', email } });
  return { userId, device: 'Firefox on Linux', ip: '203.0.113.9' };
}
