import { z } from 'zod';
import { cursor, id, moment, pageLimit } from '../input/fields.ts';
import { nameText, text } from '../input/text.ts';

export const workspaceName = nameText({ min: 1, max: 80 });
/** A workspace's name in addresses: lower-case letters, digits and single dashes. */
export const workspaceSlug = z
  .string()
  .min(2, 'At least 2 characters.')
  .max(48, 'At most 48 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single dashes.')
  .refine((slug) => slug !== 'new', 'This word is taken. Choose another.');
/** Languages whose word forms search knows; `simple` knows none. */
export const searchLanguages = [
  ...['simple', 'arabic', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek'],
  ...['hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese'],
  ...['romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'],
] as const;
const searchLanguage = z.enum(searchLanguages);
/** The random part of an invite link. */
export const inviteToken = text({ min: 1, max: 128 });

export const createWorkspaceInput = z.strictObject({ name: workspaceName, slug: workspaceSlug });
export const workspaceIdInput = z.strictObject({ workspaceId: id });
export const updateWorkspaceInput = z.strictObject({
  workspaceId: id,
  name: workspaceName.optional(),
  slug: workspaceSlug.optional(),
  /** How many messages of one channel may be pinned at a time. */
  pinLimit: z.number().int().min(3).max(100).optional(),
  searchLanguage: searchLanguage.optional(),
});
export const listPeopleInput = z.strictObject({ workspaceId: id, cursor: cursor.optional(), limit: pageLimit });
export const setRoleInput = z.strictObject({
  workspaceId: id,
  userId: id,
  role: z.enum(['OWNER', 'ADMIN', 'MEMBER', 'GUEST']),
});
export const removePersonInput = z.strictObject({ workspaceId: id, userId: id });
export const inviteInput = z.strictObject({
  workspaceId: id,
  role: z.enum(['ADMIN', 'MEMBER', 'GUEST']).default('MEMBER'),
  channelIds: z.array(id).max(50).optional(),
  maxUses: z.number().int().min(1).max(10_000).optional(),
  /** At most a year away; a week if left out. */
  expiresAt: moment.optional(),
});
export const listInvitesInput = z.strictObject({ workspaceId: id, cursor: cursor.optional(), limit: pageLimit });
export const revokeInviteInput = z.strictObject({ workspaceId: id, inviteId: id });
export const inviteTokenInput = z.strictObject({ token: inviteToken });

export type CreateWorkspaceInput = z.output<typeof createWorkspaceInput>;
export type UpdateWorkspaceInput = z.output<typeof updateWorkspaceInput>;
export type ListPeopleInput = z.output<typeof listPeopleInput>;
export type SetRoleInput = z.output<typeof setRoleInput>;
export type RemovePersonInput = z.output<typeof removePersonInput>;
export type InviteInput = z.output<typeof inviteInput>;
export type ListInvitesInput = z.output<typeof listInvitesInput>;
export type RevokeInviteInput = z.output<typeof revokeInviteInput>;
