import { prepared } from '@parley/db/query';
import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type Workspace, type WorkspaceRow, workspaceColumns, workspaceView } from './workspace.view.ts';

const one = prepared<WorkspaceRow>({
  name: 'workspace_get',
  text: `SELECT ${workspaceColumns} FROM "Workspace" w
    JOIN "Member" mine ON mine."workspaceId" = w.id AND mine."userId" = $2 WHERE w.id = $1`,
});

const mine = prepared<WorkspaceRow>({
  name: 'workspace_list',
  text: `SELECT ${workspaceColumns} FROM "Member" mine JOIN "Workspace" w ON w.id = mine."workspaceId"
    WHERE mine."userId" = $1 ORDER BY mine."joinedAt", w.id LIMIT 200`,
});

/** A workspace of the caller's. */
export async function getWorkspace(ctx: VerbContext, workspaceId: string): Promise<Workspace> {
  const [row] = await one([workspaceId, ctx.caller.user.id]);
  if (!row) throw notFound();
  return workspaceView(row);
}

/** The caller's workspaces, in the order they came to them. */
export async function listWorkspaces(ctx: VerbContext): Promise<Workspace[]> {
  return (await mine([ctx.caller.user.id])).map(workspaceView);
}
