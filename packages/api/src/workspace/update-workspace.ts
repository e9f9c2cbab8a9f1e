import { isUniqueViolation } from '@parley/db/errors';
import { prepared } from '@parley/db/query';
import type { VerbContext } from '../trpc/context.ts';
import { slugTaken } from './create-workspace.ts';
import { getWorkspace } from './get-workspace.ts';
import type { UpdateWorkspaceInput } from './workspace.input.ts';
import type { Workspace } from './workspace.view.ts';

const change = prepared({
  name: 'workspace_update',
  text: `UPDATE "Workspace" SET name = coalesce($2, name), slug = coalesce($3, slug) WHERE id = $1`,
});

/** Changes a workspace's name or address. A taken address is CONFLICT. */
export async function updateWorkspace(ctx: VerbContext, input: UpdateWorkspaceInput): Promise<Workspace> {
  await change([input.workspaceId, input.name ?? null, input.slug ?? null]).catch((error: unknown) => {
    throw isUniqueViolation(error, 'Workspace_slug_key') ? slugTaken(input.slug ?? '') : error;
  });
  return getWorkspace(ctx, input.workspaceId);
}
