import { z } from 'zod';
import { cursor, id, moment, pageLimit, sequence } from '../input/fields.ts';
import { nameText, text } from '../input/text.ts';

/** A channel's name: one line of at most 80 characters, stored as it was typed, without a leading #. */
export const channelName = nameText({ min: 1, max: 80 }).refine((value) => !value.startsWith('#'), 'Leave out the #.');
const topic = text({ max: 250 });
const description = text({ max: 2_000 });
const people = z.array(id).max(100);

export const createChannelInput = z.strictObject({
  workspaceId: id,
  name: channelName,
  kind: z.enum(['PUBLIC', 'PRIVATE']).default('PUBLIC'),
  topic: topic.optional(),
  description: description.optional(),
  memberIds: people.optional(),
});
export const listChannelsInput = z.strictObject({ workspaceId: id });
export const browseChannelsInput = z.strictObject({
  workspaceId: id,
  q: text({ max: 80 }).optional(),
  cursor: cursor.optional(),
  limit: pageLimit,
});
export const channelIdInput = z.strictObject({ channelId: id });
export const updateChannelInput = z.strictObject({
  channelId: id,
  name: channelName.optional(),
  topic: topic.optional(),
  description: description.optional(),
});
export const listMembersInput = z.strictObject({ channelId: id, cursor: cursor.optional(), limit: pageLimit });
export const addMembersInput = z.strictObject({ channelId: id, userIds: people.min(1) });
export const kickInput = z.strictObject({ channelId: id, userId: id });
export const setMemberRoleInput = z.strictObject({ channelId: id, userId: id, role: z.enum(['OWNER', 'MEMBER']) });
export const setNotificationsInput = z.strictObject({
  channelId: id,
  level: z.enum(['ALL', 'MENTIONS', 'NONE']),
  mutedUntil: moment.nullish(),
});
export const readPositionInput = z.strictObject({ channelId: id, seq: sequence });
export const starInput = z.strictObject({ channelId: id, starred: z.boolean().default(true) });

export type CreateChannelInput = z.output<typeof createChannelInput>;
export type BrowseChannelsInput = z.output<typeof browseChannelsInput>;
export type UpdateChannelInput = z.output<typeof updateChannelInput>;
export type ListMembersInput = z.output<typeof listMembersInput>;
export type AddMembersInput = z.output<typeof addMembersInput>;
export type KickInput = z.output<typeof kickInput>;
export type SetMemberRoleInput = z.output<typeof setMemberRoleInput>;
export type SetNotificationsInput = z.output<typeof setNotificationsInput>;
export type ReadPositionInput = z.output<typeof readPositionInput>;
export type StarInput = z.output<typeof starInput>;
