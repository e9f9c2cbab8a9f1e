import { userSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import { workspaceMemberSchema, workspaceSchema } from './workspace.view.ts';

const time = z.iso.datetime();
const role = z.enum(['OWNER', 'ADMIN', 'MEMBER', 'GUEST']);
const nextCursor = z.string().nullable();

export const workspaceOutput = workspaceSchema;
export const workspaceListOutput = z.object({ items: z.array(workspaceSchema) });
export const peopleOutput = z.object({ items: z.array(workspaceMemberSchema), nextCursor });
export const roleOutput = z.object({ userId: z.uuid(), role });
export const removedOutput = z.object({ userId: z.uuid() });
export const inviteOutput = z.object({ id: z.uuid(), url: z.url(), expiresAt: time });
export const invitesOutput = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      role,
      createdBy: userSchema,
      maxUses: z.int().nullable(),
      uses: z.int(),
      expiresAt: time,
      revokedAt: time.nullable(),
      createdAt: time,
    }),
  ),
  nextCursor,
});
export const inviteIdOutput = z.object({ id: z.uuid() });
export const previewOutput = z.object({ workspaceName: z.string(), invitedBy: z.string(), memberCount: z.int() });
