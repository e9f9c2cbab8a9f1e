import { prepared } from '@parley/db/query';

export type WorkspaceRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';

export interface WorkspaceMembership {
  readonly workspaceId: string;
  readonly role: WorkspaceRole;
}

const membership = prepared<WorkspaceMembership>({
  name: 'access_workspace',
  text: `SELECT "workspaceId", role FROM "Member" WHERE "workspaceId" = $1 AND "userId" = $2`,
});

/** The viewer's membership of a workspace, or null when there is none (or no such workspace). */
export async function findMembership(viewerId: string, workspaceId: string): Promise<WorkspaceMembership | null> {
  const [row] = await membership([workspaceId, viewerId]);
  return row ?? null;
}
