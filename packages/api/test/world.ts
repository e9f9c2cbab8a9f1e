import type { Caller } from '@parley/auth/authenticate';
import { db } from '@parley/db/client';
import { newId } from '@parley/db/ids';
import type { Realtime } from '@parley/realtime/realtime';
import { createCaller } from '../src/root.ts';
import type { RequestContext } from '../src/trpc/context.ts';
import { handleKey } from '../src/user/handle.ts';

export type Person = Caller & { readonly call: ReturnType<typeof createCaller> };

/** The context of a call inside the process, by this person or by nobody. */
export function contextFor(realtime: Realtime, caller: Caller | null): RequestContext {
  return {
    requestId: newId(),
    transport: 'internal',
    authenticate: async () => caller,
    address: '192.0.2.1',
    userAgent: null,
    realtime,
    limitState: { current: null },
  };
}

/** A person with an account and a session, and the router as they may call it. */
export async function makePerson(realtime: Realtime, name: string): Promise<Person> {
  const id = newId();
  const handle = `${name.toLowerCase()}-${id.slice(-6)}`;
  const user = await db().user.create({
    data: { id, handle, handleKey: handleKey(handle), displayName: name, email: `${handle}@example.test` },
  });
  const expires = new Date(Date.now() + 86_400_000);
  const session = await db().session.create({
    data: { id: newId(), kind: 'BROWSER', tokenHash: newId(), userId: id, device: 'Test', expires, endsAt: expires },
  });
  const caller: Caller = { user, session };
  return { ...caller, call: createCaller(contextFor(realtime, caller)) };
}

/** A workspace of `owner`'s with these people in it, and in its #general. */
export async function makeWorkspace(
  owner: Person,
  people: readonly Person[] = [],
): Promise<{ id: string; slug: string; generalId: string; join: (person: Person) => Promise<void> }> {
  const slug = `w-${newId().slice(-12)}`;
  const workspace = await owner.call.workspace.create({ name: 'Northwind', slug });
  const join = async (person: Person): Promise<void> => {
    const { url } = await owner.call.workspace.invite({ workspaceId: workspace.id });
    await person.call.workspace.joinByInvite({ token: url.slice(url.lastIndexOf('/') + 1) });
  };
  for (const person of people) await join(person);
  const { items } = await owner.call.channel.list({ workspaceId: workspace.id });
  const general = items.find((channel) => channel.name === 'general');
  if (!general) throw new Error('A new workspace has a channel called general.');
  return { id: workspace.id, slug, generalId: general.id, join };
}
