import { z } from 'zod';

const id = z.uuid();
const time = z.iso.datetime();
const sequence = z.int().nonnegative();

/** A person or a bot, as everybody may see them. */
export const userSchema = z
  .object({
    id,
    handle: z.string(),
    displayName: z.string(),
    avatarUrl: z.string().nullable(),
    kind: z.enum(['PERSON', 'BOT']),
    title: z.string().nullable(),
    timezone: z.string().nullable(),
    status: z
      .object({ emoji: z.string().nullable(), text: z.string().nullable(), expiresAt: time.nullable() })
      .nullable(),
    deactivatedAt: time.nullable(),
  })
  .meta({ id: 'User' });

/** An uploaded file. `size` is in bytes, `width` and `height` in pixels; `url` checks the reader's right. */
export const fileSchema = z
  .object({
    id,
    name: z.string(),
    mime: z.string(),
    size: z.int().nonnegative(),
    width: z.int().positive().nullable(),
    height: z.int().positive().nullable(),
    thumbhash: z.string().nullable(),
    url: z.string(),
    status: z.enum(['PENDING', 'READY']),
  })
  .meta({ id: 'File' });

/** What a link in a message leads to. The image's pixels are known beforehand, so that the timeline can reserve its room. */
export const linkPreviewSchema = z
  .object({
    url: z.string(),
    title: z.string().nullable(),
    description: z.string().nullable(),
    siteName: z.string().nullable(),
    imageUrl: z.string().nullable(),
    imageWidth: z.int().positive().nullable(),
    imageHeight: z.int().positive().nullable(),
  })
  .meta({ id: 'LinkPreview' });

/** One emoji on a message, and who set it, in the order they did. */
export const reactionSchema = z.object({ emoji: z.string(), userIds: z.array(id) });

/** Whom a message calls: people by id, the whole channel, or those who are there now. */
export const mentionsSchema = z.object({ userIds: z.array(id), channel: z.boolean(), here: z.boolean() });

/** What hangs below a message that has replies. `participantIds`: who wrote them, in the order they joined in, at most 50. */
export const threadSummarySchema = z.object({
  replyCount: z.int().nonnegative(),
  lastReplyAt: time.nullable(),
  participantIds: z.array(id),
});

/**
 * What a SYSTEM message says; its author is who did it, its `body` is empty, and its words are made where it is shown.
 * `joined` and `left` are about `userId`, who was added or taken out by the author when that is somebody else.
 */
export const systemSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('joined'), userId: id }),
  z.object({ type: z.literal('left'), userId: id }),
  z.object({ type: z.literal('renamed'), from: z.string(), to: z.string() }),
  z.object({ type: z.literal('topic'), topic: z.string() }),
  z.object({ type: z.literal('description'), description: z.string() }),
  z.object({ type: z.literal('archived') }),
  z.object({ type: z.literal('unarchived') }),
  z.object({ type: z.literal('pinned'), messageId: id }),
]);

/** A message; the same for every reader. `seq` is its place for ever, `changeSeq` the number of its latest change. */
export const messageSchema = z
  .object({
    id,
    channelId: id,
    author: userSchema,
    seq: sequence,
    changeSeq: sequence,
    kind: z.enum(['USER', 'SYSTEM']),
    body: z.string(),
    nonce: z.string(),
    createdAt: time,
    editedAt: time.nullable(),
    deletedAt: time.nullable(),
    /** Who deleted it: its author, or somebody who moderates. Null for one that stands. */
    deletedBy: z.enum(['AUTHOR', 'ADMIN']).nullable(),
    /** The message this is a reply to; null for a root message. */
    parentId: id.nullable(),
    /** A reply that the channel's timeline shows too. */
    alsoToChannel: z.boolean(),
    /** What a SYSTEM message says; null for others. */
    system: systemSchema.nullable(),
    /** In the order in which each emoji was first set; nobody twice. */
    reactions: z.array(reactionSchema),
    attachments: z.array(fileSchema),
    previews: z.array(linkPreviewSchema),
    mentions: mentionsSchema,
    pinnedAt: time.nullable(),
    pinnedBy: id.nullable(),
    /** Of a root message that has replies; null for others. */
    thread: threadSummarySchema.nullable(),
  })
  .meta({ id: 'Message' });

export const channelKindSchema = z.enum(['PUBLIC', 'PRIVATE', 'DIRECT', 'GROUP']);
export const channelRoleSchema = z.enum(['OWNER', 'MEMBER']);

/** What a channel is for everybody in it; a reader's own place in it (`membership`) is added by the API. */
export const channelSchema = z
  .object({
    id,
    workspaceId: id,
    kind: channelKindSchema,
    name: z.string(),
    topic: z.string(),
    description: z.string(),
    memberCount: z.int().nonnegative(),
    /** Everyone in the workspace is in it. */
    isDefault: z.boolean(),
    seq: sequence,
    archivedAt: time.nullable(),
    createdAt: time,
  })
  .meta({ id: 'ChannelCommon' });

/** A person's place in a channel; one who left stays, with `leftAt`. */
export const channelMemberSchema = z
  .object({
    channelId: id,
    userId: id,
    user: userSchema,
    role: channelRoleSchema,
    joinedAt: time,
    leftAt: time.nullable(),
    changeSeq: sequence,
  })
  .meta({ id: 'ChannelMember' });

export type User = z.infer<typeof userSchema>;
export type FileShape = z.infer<typeof fileSchema>;
export type LinkPreview = z.infer<typeof linkPreviewSchema>;
export type Reaction = z.infer<typeof reactionSchema>;
export type Mentions = z.infer<typeof mentionsSchema>;
export type ThreadSummary = z.infer<typeof threadSummarySchema>;
export type SystemNote = z.infer<typeof systemSchema>;
export type Message = z.infer<typeof messageSchema>;
export type ChannelKind = z.infer<typeof channelKindSchema>;
export type ChannelRole = z.infer<typeof channelRoleSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type ChannelMember = z.infer<typeof channelMemberSchema>;
