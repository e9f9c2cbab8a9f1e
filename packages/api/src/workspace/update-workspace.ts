import { isUniqueViolation } from '@parley/db/errors';
import { prepared } from '@parley/db/query';
import type { WorkspaceSignal } from '@parley/realtime/signals';
import { workspaceTopic } from '@parley/realtime/topics';
import type { VerbContext } from '../trpc/context.ts';
import { slugTaken } from './create-workspace.ts';
import { getWorkspace } from './get-workspace.ts';
import type { UpdateWorkspaceInput } from './workspace.input.ts';
import type { Workspace } from './workspace.view.ts';

const change = prepared({
  name: 'workspace_update',
  text: `UPDATE "Workspace" SET name = coalesce($2, name), slug = coalesce($3, slug),
      "pinLimit" = coalesce($4::int, "pinLimit"), "searchLanguage" = coalesce($5, "searchLanguage")
    WHERE id = $1`,
});

/** Changes a workspace's name, address, limit of pins or language of search. A taken address is CONFLICT; everybody in it is told. */
export async function updateWorkspace(ctx: VerbContext, input: UpdateWorkspaceInput): Promise<Workspace> {
  const { workspaceId, name = null, slug = null, pinLimit = null, searchLanguage = null } = input;
  await change([workspaceId, name, slug, pinLimit, searchLanguage]).catch((error: unknown) => {
    throw isUniqueViolation(error, 'Workspace_slug_key') ? slugTaken(slug ?? '') : error;
  });
  const signal: WorkspaceSignal = { type: 'workspaceChanged' };
  ctx.realtime.hub.publish(workspaceTopic(workspaceId), JSON.stringify(signal));
  return getWorkspace(ctx, workspaceId);
}
