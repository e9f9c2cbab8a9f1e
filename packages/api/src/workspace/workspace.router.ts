import { nothing } from '../input/fields.ts';
import { router } from '../trpc/init.ts';
import { authed, publicProcedure, workspaceAdmin, workspaceMember } from '../trpc/procedures.ts';
import { createWorkspace } from './create-workspace.ts';
import { getWorkspace, listWorkspaces } from './get-workspace.ts';
import { createInvite, listInvites, revokeInvite } from './invites.ts';
import { joinByInvite, previewInvite } from './join-by-invite.ts';
import { updateWorkspace } from './update-workspace.ts';
import * as input from './workspace.input.ts';
import * as output from './workspace.output.ts';
import { listPeople, removePerson, setRole } from './workspace-members.ts';

const change = { limit: 'change' } as const;
const read = { limit: 'read' } as const;
const create = { limit: 'create' } as const;

/** Workspaces: making and joining them, and who is in them. */
export const workspaceRouter = router({
  create: authed
    .meta(create)
    .input(input.createWorkspaceInput)
    .output(output.workspaceOutput)
    .mutation(({ ctx, input }) => createWorkspace(ctx, input)),
  list: authed
    .meta(read)
    .input(nothing)
    .output(output.workspaceListOutput)
    .query(async ({ ctx }) => ({ items: await listWorkspaces(ctx) })),
  get: workspaceMember
    .meta(read)
    .input(input.workspaceIdInput)
    .output(output.workspaceOutput)
    .query(({ ctx, input }) => getWorkspace(ctx, input.workspaceId)),
  update: workspaceAdmin
    .meta(change)
    .input(input.updateWorkspaceInput)
    .output(output.workspaceOutput)
    .mutation(({ ctx, input }) => updateWorkspace(ctx, input)),
  members: workspaceMember
    .meta(read)
    .input(input.listPeopleInput)
    .output(output.peopleOutput)
    .query(({ ctx, input }) => listPeople(ctx, input)),
  setRole: workspaceAdmin
    .meta(change)
    .input(input.setRoleInput)
    .output(output.roleOutput)
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  removeMember: workspaceAdmin
    .meta(change)
    .input(input.removePersonInput)
    .output(output.removedOutput)
    .mutation(({ ctx, input }) => removePerson(ctx, input.userId)),
  leave: workspaceMember
    .meta(change)
    .input(input.workspaceIdInput)
    .output(output.removedOutput)
    .mutation(({ ctx }) => removePerson(ctx, ctx.caller.user.id)),
  /** Makes an invite link; it is shown this once. */
  invite: workspaceMember
    .meta(create)
    .input(input.inviteInput)
    .output(output.inviteOutput)
    .mutation(({ ctx, input }) => createInvite(ctx, input)),
  invites: workspaceMember
    .meta(read)
    .input(input.listInvitesInput)
    .output(output.invitesOutput)
    .query(({ ctx, input }) => listInvites(ctx, input)),
  revokeInvite: workspaceMember
    .meta(change)
    .input(input.revokeInviteInput)
    .output(output.inviteIdOutput)
    .mutation(({ ctx, input }) => revokeInvite(ctx, input)),
  /** What a link leads to, before one signs in. */
  previewInvite: publicProcedure
    .meta({ limit: 'joinInvite' })
    .input(input.inviteTokenInput)
    .output(output.previewOutput)
    .query(({ input }) => previewInvite(input.token)),
  joinByInvite: authed
    .meta({ limit: 'joinInvite' })
    .input(input.inviteTokenInput)
    .output(output.workspaceOutput)
    .mutation(({ ctx, input }) => joinByInvite(ctx, input.token)),
});
