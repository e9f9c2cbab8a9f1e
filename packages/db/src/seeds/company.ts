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
  createdAt: string;
}

export interface MemberRow {
  workspaceId: string;
  userId: string;
  role: WorkspaceRole;
  joinedAt: string;
}

export interface ChannelRow {
  id: string;
  workspaceId: string;
  kind: ChannelKind;
  name: string;
  nameKey: string;
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
  body: string;
  nonce: string;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
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
}
