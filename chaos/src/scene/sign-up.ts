import { issueTokens } from '@parley/auth/program-tokens';
import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import type { Person } from '../actors/person.ts';

/** A new person with a program's session. Straight into the database: signing up is not what is tried here. */
export async function signUp(name: string): Promise<Person> {
  const userId = newId();
  const handle = `${name.toLowerCase()}-${userId.slice(-6)}`;
  await db().user.create({ data: { id: userId, handle, handleKey: handle, displayName: name } });
  const { accessToken } = await issueTokens({ userId, device: 'Chaos', ip: null });
  return { userId, token: accessToken };
}
