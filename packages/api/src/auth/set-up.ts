import { authEnv } from '@parley/auth/env';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { Realtime } from '@parley/realtime/realtime';
import { conflict } from '../app-error.ts';
import { tellMembership } from '../channel/tell-channel.ts';
import { insertPerson } from '../user/insert-person.ts';
import { insertWorkspace } from '../workspace/create-workspace.ts';
import type { SetupInput } from './auth.input.ts';
import { hashNewPassword } from './password-work.ts';
import { slugFor } from './slug-for.ts';

const anybody = prepared<{ id: string }>({ name: 'auth_anybody', text: 'SELECT id FROM "User" LIMIT 1' });

const lockSetup = prepared<{ locked: string }>({
  name: 'auth_lock_setup',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('parley set-up', 0))::text AS locked`,
});

/** Is the server still waiting for its first person, and may people make accounts without an invite? */
export async function readStatus(): Promise<{ needsSetup: boolean; signup: 'open' | 'invite' }> {
  const [somebody] = await anybody([]);
  return { needsSetup: somebody === undefined, signup: authEnv().signup };
}

function alreadySetUp(): Error {
  return conflict('ALREADY_SET_UP', 'This server has been set up. Sign in instead.');
}

/**
 * Makes the server's first person, their workspace and its #general, all or nothing. Of two visitors who try at the same
 * time one wins; whoever comes later gets CONFLICT (ALREADY_SET_UP).
 */
export async function setUp(
  { realtime }: { readonly realtime: Realtime },
  input: SetupInput,
): Promise<{ workspaceId: string; slug: string }> {
  const { email, displayName, password, workspaceName } = input;
  if ((await anybody([])).length > 0) throw alreadySetUp();
  const passwordHash = await hashNewPassword('password', password, { displayName, email });
  const slug = slugFor(workspaceName);
  const made = await transaction(async (client) => {
    await lockSetup([], client);
    if ((await anybody([], client)).length > 0) throw alreadySetUp();
    const ownerId = await insertPerson({ email, displayName, passwordHash }, client);
    if (ownerId === null) throw alreadySetUp();
    return insertWorkspace(client, ownerId, { name: workspaceName, slug });
  });
  tellMembership(realtime, made.workspaceId, made.change);
  return { workspaceId: made.workspaceId, slug };
}
