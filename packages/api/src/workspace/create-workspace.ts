import { isUniqueViolation } from '@parley/db/errors';
import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { conflict } from '../app-error.ts';
import type { MembershipChange } from '../channel/change-membership.ts';
import { insertChannel } from '../channel/create-channel.ts';
import { tellMembership } from '../channel/tell-channel.ts';
import type { VerbContext } from '../trpc/context.ts';
import { getWorkspace } from './get-workspace.ts';
import type { CreateWorkspaceInput } from './workspace.input.ts';
import type { Workspace } from './workspace.view.ts';

type Client = Parameters<Parameters<typeof transaction>[0]>[0];

const insert = prepared({
  name: 'workspace_insert',
  text: `WITH made AS (INSERT INTO "Workspace" (id, slug, name) VALUES ($1, $2, $3))
    INSERT INTO "Member" ("workspaceId", "userId", role) SELECT $1, $4, 'OWNER'`,
});

/** Inserts a workspace with its owner and #general, in a transaction. Throws a unique violation for a taken slug. */
export async function insertWorkspace(
  client: Client,
  ownerId: string,
  input: CreateWorkspaceInput,
): Promise<{ workspaceId: string; generalId: string; change: MembershipChange }> {
  const workspaceId = newId();
  // Foreign keys are checked at the statement's end, so both rows may come in one.
  await insert([workspaceId, input.slug, input.name, ownerId], client);
  const general = { workspaceId, name: 'general', kind: 'PUBLIC', isDefault: true, topic: 'For everyone' } as const;
  const { id: generalId, change } = await insertChannel(client, ownerId, general);
  return { workspaceId, generalId, change };
}

/** Makes a workspace owned by the caller, with #general in it. A taken slug is CONFLICT. */
export async function createWorkspace(ctx: VerbContext, input: CreateWorkspaceInput): Promise<Workspace> {
  const made = await transaction((client) => insertWorkspace(client, ctx.caller.user.id, input)).catch(
    (error: unknown) => {
      throw isUniqueViolation(error, 'Workspace_slug_key') ? slugTaken(input.slug) : error;
    },
  );
  tellMembership(ctx.realtime, made.workspaceId, made.change);
  return getWorkspace(ctx, made.workspaceId);
}

/** The answer when another workspace has this slug. */
export function slugTaken(slug: string): Error {
  return conflict('SLUG_TAKEN', `The address ${slug} is taken. Choose another.`);
}
