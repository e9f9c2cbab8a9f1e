import { userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import type { WorkspaceRole } from '../access/workspace-access.ts';
import { type DbTime, isoTime } from '../view-time.ts';
import { permissionsOf } from './workspace.policy.ts';

const role = z.enum(['OWNER', 'ADMIN', 'MEMBER', 'GUEST']);

export const workspaceSchema = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    iconUrl: z.string().nullable(),
    /** The viewer's own role and what it lets them do. */
    role,
    permissions: z.array(z.string()),
    /** How many messages of one channel may be pinned at a time. */
    pinLimit: z.int(),
    /** Whose word forms search knows. */
    searchLanguage: z.string(),
    createdAt: z.iso.datetime(),
    /** When the viewer came. */
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: 'Workspace' });

export const workspaceMemberSchema = z.object({ user: userSchema, role, joinedAt: z.iso.datetime() });

export type Workspace = z.infer<typeof workspaceSchema>;
export type WorkspaceMember = z.infer<typeof workspaceMemberSchema>;

export interface WorkspaceRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly iconUrl: string | null;
  readonly role: WorkspaceRole;
  readonly pinLimit: number;
  readonly searchLanguage: string;
  readonly createdAt: DbTime;
  readonly joinedAt: DbTime;
}

/** The columns of `WorkspaceRow` for `"Workspace" w` and the viewer's `"Member" mine`. */
export const workspaceColumns = `w.id, w.slug, w.name, w."iconUrl", mine.role, w."pinLimit", w."searchLanguage", w."createdAt",
  mine."joinedAt"`;

/** A workspace as one of its members sees it. */
export function workspaceView(row: WorkspaceRow): Workspace {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    iconUrl: row.iconUrl,
    role: row.role,
    permissions: permissionsOf(row.role),
    pinLimit: row.pinLimit,
    searchLanguage: row.searchLanguage,
    createdAt: isoTime(row.createdAt),
    joinedAt: isoTime(row.joinedAt),
  };
}
