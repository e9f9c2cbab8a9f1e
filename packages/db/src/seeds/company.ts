import type { ChannelKind, ChannelRole, UserKind, WorkspaceRole } from '../generated/enums.ts';

/** Times in these rows are ISO 8601. They are named as the columns are, so that they go into the tables as they are. */
export interface UserRow {
  id: string;
  kind: UserKind;
  handle: string;
  handleKey: string;
  displayName: string;
  email: string | null;
  emailVerified: string | null;
  title: string;
  timezone: string;
  statusEmoji: string | null;
  statusText: string | null;
  createdAt: string;
}

export interface MemberRow {
  workspaceId: string;
  userId: string;
  role: WorkspaceRole;
  joinedAt: string;
  activityReadAt: string | null;
}

export interface ChannelRow {
  id: string;
  workspaceId: string;
  kind: ChannelKind;
  name: string;
  nameKey: string | null;
  directKey: string | null;
  topic: string;
  description: string;
  seq: number;
  changeSeq: number;
  memberCount: number;
  isDefault: boolean;
  createdById: string;
  createdAt: string;
}

export interface ChannelMemberRow {
  channelId: string;
  userId: string;
  role: ChannelRole;
  lastReadSeq: number;
  starred: boolean;
  mutedUntil: string | null;
  joinedAt: string;
  leftAt: string | null;
  changeSeq: number;
}

export interface MessageRow {
  id: string;
  channelId: string;
  authorId: string;
  seq: number;
  changeSeq: number;
  editSeq: number | null;
  parentId: string | null;
  body: string;
  nonce: string;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  deletedById: string | null;
  pinnedAt: string | null;
  pinnedById: string | null;
  replyCount: number;
  lastReplyAt: string | null;
  participantIds: string[];
}

export interface ReactionRow {
  messageId: string;
  userId: string;
  emoji: string;
  seq: number;
  authorId: string;
  createdAt: string;
}

export interface ThreadFollowRow {
  parentId: string;
  userId: string;
  channelId: string;
  following: boolean;
  lastReadSeq: number;
  sinceSeq: number;
  createdAt: string;
}

export interface ReadMarkRow {
  channelId: string;
  userId: string;
  seq: number;
  readAt: string;
}

export interface SavedRow {
  userId: string;
  messageId: string;
  savedAt: string;
  remindAt: string | null;
}

export interface DraftRow {
  userId: string;
  placeId: string;
  channelId: string;
  body: string;
  version: number;
  updatedAt: string;
}

export interface RevisionRow {
  id: string;
  messageId: string;
  body: string;
  replacedAt: string;
  editorId: string;
}

/** A whole company, ready to be stored. */
export interface Company {
  workspace: { id: string; slug: string; name: string; createdAt: string };
  users: UserRow[];
  members: MemberRow[];
  channels: ChannelRow[];
  channelMembers: ChannelMemberRow[];
  messages: MessageRow[];
  revisions: RevisionRow[];
  reactions: ReactionRow[];
  follows: ThreadFollowRow[];
  readMarks: ReadMarkRow[];
  saved: SavedRow[];
  drafts: DraftRow[];
}
