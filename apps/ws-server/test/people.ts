import { createCaller } from '@parley/api/root';
import { createContext } from '@parley/api/trpc/create-context';
import { createBrowserSession } from '@parley/auth/sessions';
import { makePerson } from '@parley/auth/testing/make-person';
import { newId } from '@parley/db/ids';
import type { Realtime } from '@parley/realtime/realtime';

/** Somebody signed in, and the router as they may call it inside the process. */
export interface Person {
  readonly userId: string;
  readonly call: ReturnType<typeof createCaller>;
}

/** Makes a person in the test's database. */
export async function signIn(realtime: Realtime): Promise<Person> {
  const person = await makePerson();
  const { session } = await createBrowserSession(person);
  const source = { cookie: null, authorization: null, address: null, userAgent: null };
  const context = createContext({ ...source, transport: 'internal', sessionId: session.id }, realtime);
  return { userId: person.userId, call: createCaller(context) };
}

/** Makes a workspace of `owner`'s with these people in it. Answers how more may join. */
export async function makeWorkspace(owner: Person, people: readonly Person[]) {
  const { id } = await owner.call.workspace.create({ name: 'Northwind', slug: `w-${newId().slice(-12)}` });
  const join = async (person: Person): Promise<void> => {
    const { url } = await owner.call.workspace.invite({ workspaceId: id });
    await person.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
  };
  for (const person of people) await join(person);
  return { id, join };
}
