import { issueTokens } from '@parley/auth/program-tokens';
import { revokeSessions } from '@parley/auth/sessions';
import { db } from '@parley/db/client';
import type { Realtime } from '@parley/realtime/realtime';
import { makePerson, type Person } from '../../../test/world.ts';
import { type SignedIn, signedIn, type Viewer } from './answers.ts';

/** People with a call in the process, and a token for calls from outside. */
export type Cast = Readonly<Record<SignedIn, Person>> & {
  /** What each viewer sends as a bearer token; null for nothing. */
  readonly tokens: Readonly<Record<Viewer, string | null>>;
};

/** A token whose session is alive, and that session's id. */
export async function newToken(person: Person): Promise<{ token: string; sessionId: string }> {
  const userId = person.user.id;
  const { accessToken } = await issueTokens({ userId, device: 'Test', ip: null });
  const session = await db().session.findFirstOrThrow({ where: { userId, kind: 'PROGRAM' }, orderBy: { id: 'desc' } });
  return { token: accessToken, sessionId: session.id };
}

/** A token whose session was ended after it was issued. */
async function endedToken(person: Person): Promise<string> {
  const { token, sessionId } = await newToken(person);
  await revokeSessions({ userId: person.user.id, sessionId });
  return token;
}

/** Makes the people that every scene has. */
export async function makeCast(realtime: Realtime): Promise<Cast> {
  const [owner, member, outsider, stranger, guest] = await Promise.all(
    ['Owner', 'Member', 'Outsider', 'Stranger', 'Guest'].map((name) => makePerson(realtime, name)),
  );
  if (!owner || !member || !outsider || !stranger || !guest) throw new Error('Somebody is missing.');
  const people = { owner, member, outsider, stranger, guest };
  const alive = await Promise.all(signedIn.map(async (viewer) => (await newToken(people[viewer])).token));
  const [ownerToken = '', memberToken = '', outsiderToken = '', strangerToken = '', guestToken = ''] = alive;
  const tokens = {
    owner: ownerToken,
    member: memberToken,
    outsider: outsiderToken,
    stranger: strangerToken,
    guest: guestToken,
    signedOut: null,
    ended: await endedToken(member),
  };
  return { ...people, tokens };
}
