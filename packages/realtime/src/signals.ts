import { z } from 'zod';
import { userSchema } from './shapes.ts';

const id = z.uuid();
const time = z.iso.datetime();
const sequence = z.int().nonnegative();
const count = z.int().nonnegative();

/** Somebody types until `until`; null means that they stopped. */
export const typingSignalSchema = z.object({
  type: z.literal('typing'),
  channelId: id,
  userId: id,
  parentId: id.nullable(),
  until: time.nullable(),
});

/** Somebody has read the channel, or with `parentId` one of its threads, up to and including `seq`. */
export const receiptSignalSchema = z.object({
  type: z.literal('receipt'),
  channelId: id,
  parentId: id.nullable(),
  userId: id,
  seq: sequence,
  readAt: time,
});

/** What the other one wrote in a conversation of two has come to a device of somebody's, up to and including `seq`. */
export const deliverySignalSchema = z.object({
  type: z.literal('delivered'),
  channelId: id,
  userId: id,
  seq: sequence,
  deliveredAt: time,
});

/** What passes in a channel without a number: on topic `channelSignalTopic(channelId)`, as JSON. */
export const channelSignalSchema = z.discriminatedUnion('type', [
  typingSignalSchema,
  receiptSignalSchema,
  deliverySignalSchema,
]);

export const presenceStatusSchema = z.enum(['ONLINE', 'AWAY', 'OFFLINE']);

/** A person's state over all their devices. `lastActiveAt` is the last time one of them was in use. */
export const presenceChangeSchema = z
  .object({ userId: id, status: presenceStatusSchema, lastActiveAt: time.nullable() })
  .meta({ id: 'Presence' });

/** A line about the newest message, for the sidebar and for notifications. */
export const activityPreviewSchema = z.object({
  messageId: id,
  authorId: id,
  authorName: z.string(),
  text: z.string(),
  createdAt: time,
});

/** What somebody is told of; `MESSAGE` is any message of a channel of which they want them all. */
export const notificationKindSchema = z.enum([
  'MENTION',
  'REPLY',
  'REACTION',
  'DIRECT',
  'KEYWORD',
  'MESSAGE',
  'REMINDER',
]);

const readElsewhere = { channelId: id, lastReadSeq: sequence, unread: count, mentions: count };
/** A thread that the person follows moved, or their place in it did. `unread`: replies of others after `lastReadSeq`. */
const threadActivity = { parentId: id, channelId: id, seq: sequence, lastReadSeq: sequence, unread: count };
/** `version` is the draft's: a device that has it already has nothing to read. */
const draftChanged = { channelId: id, parentId: id.nullable(), version: z.int().positive() };
const notification = {
  /** The same on all devices of the person: the message's, but for a reminder. */
  id: z.string(),
  kind: notificationKindSchema,
  channelId: id,
  messageId: id.nullable(),
  title: z.string(),
  text: z.string(),
};

/** What a client's one inbox subscription says. After each `ready` the client reads its channel list anew. */
export const inboxEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('channelActivity'),
    channelId: id,
    seq: sequence,
    unread: count,
    mentions: count,
    preview: activityPreviewSchema.optional(),
  }),
  z.object({ type: z.literal('channelAdded'), channelId: id }),
  z.object({ type: z.literal('channelRemoved'), channelId: id }),
  z.object({ type: z.literal('channelChanged'), channelId: id }),
  z.object({ type: z.literal('readElsewhere'), ...readElsewhere }),
  z.object({ type: z.literal('threadActivity'), ...threadActivity }),
  z.object({ type: z.literal('draftChanged'), ...draftChanged }),
  /** Another device changed the person's sections. */
  z.object({ type: z.literal('sectionsChanged'), version: count }),
  /** What the person keeps for later changed, on any of their devices. */
  z.object({ type: z.literal('savedChanged') }),
  z.object({ type: z.literal('notification'), ...notification }),
  z.object({ type: z.literal('personChanged'), user: userSchema }),
  /** The workspace's own emoji are not what they were. */
  z.object({ type: z.literal('emojiChanged') }),
  /** What concerns the person (`mention.list`) is not what it was: somebody reacted, or they looked at it elsewhere. */
  z.object({ type: z.literal('activityChanged') }),
  /** The person blocked somebody, or took it back, on any of their devices. */
  z.object({ type: z.literal('blockedChanged') }),
  /** The workspace has another name or address. */
  z.object({ type: z.literal('workspaceChanged') }),
  z.object({ type: z.literal('signedOut') }),
]);

/**
 * What servers tell each other about one person: on topic `userTopic(userId)`, as JSON.
 * `workspaceId` lets the inbox of another workspace pass it by.
 */
export const userSignalSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('channelAdded'), workspaceId: id, channelId: id }),
  z.object({ type: z.literal('channelRemoved'), workspaceId: id, channelId: id }),
  z.object({ type: z.literal('channelChanged'), workspaceId: id, channelId: id }),
  /** A conversation that the person is to hear of with its first message, not before. */
  z.object({ type: z.literal('directMade'), workspaceId: id, channelId: id }),
  /** The person put a conversation out of their list, until its next message. */
  z.object({ type: z.literal('directClosed'), workspaceId: id, channelId: id }),
  z.object({ type: z.literal('readElsewhere'), workspaceId: id, ...readElsewhere }),
  z.object({ type: z.literal('threadActivity'), workspaceId: id, ...threadActivity }),
  z.object({ type: z.literal('draftChanged'), workspaceId: id, ...draftChanged }),
  z.object({ type: z.literal('sectionsChanged'), workspaceId: id, version: count }),
  z.object({ type: z.literal('activityChanged'), workspaceId: id }),
  /** The person may not be in the workspace any more. */
  z.object({ type: z.literal('workspaceLeft'), workspaceId: id }),
  /** Whom the person wants nothing from, or who wants nothing from them, or what they share is not what it was. */
  z.object({ type: z.literal('hidesChanged') }),
  /** In whatever workspace. */
  z.object({ type: z.literal('savedChanged') }),
  z.object({ type: z.literal('blockedChanged') }),
  z.object({ type: z.literal('notification'), workspaceId: id, ...notification }),
  z.object({ type: z.literal('signedOut'), sessionIds: z.union([z.array(id), z.literal('all')]) }),
]);

/** What servers tell each other about a workspace: on topic `workspaceTopic(workspaceId)`, as JSON. Not everybody in it may know. */
export const workspaceSignalSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('personChanged'), user: userSchema }),
  /** For everybody in it. */
  z.object({ type: z.literal('emojiChanged') }),
  z.object({ type: z.literal('workspaceChanged') }),
]);

export type TypingSignal = z.infer<typeof typingSignalSchema>;
export type ReceiptSignal = z.infer<typeof receiptSignalSchema>;
export type DeliverySignal = z.infer<typeof deliverySignalSchema>;
export type ChannelSignal = z.infer<typeof channelSignalSchema>;
export type PresenceStatus = z.infer<typeof presenceStatusSchema>;
export type PresenceChange = z.infer<typeof presenceChangeSchema>;
export type ActivityPreview = z.infer<typeof activityPreviewSchema>;
export type NotificationKind = z.infer<typeof notificationKindSchema>;
export type InboxEvent = z.infer<typeof inboxEventSchema>;
export type WorkspaceSignal = z.infer<typeof workspaceSignalSchema>;
export type UserSignal = z.infer<typeof userSignalSchema>;
