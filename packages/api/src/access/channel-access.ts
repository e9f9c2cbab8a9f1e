import { prepared } from '@parley/db/query';
import type { WorkspaceRole } from './workspace-access.ts';

export type ChannelKind = 'PUBLIC' | 'PRIVATE' | 'DIRECT' | 'GROUP';
export type ChannelRole = 'OWNER' | 'MEMBER';

/** A channel that the viewer may know of. */
export interface VisibleChannel {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly seq: number;
  readonly archivedAt: Date | null;
  readonly isDefault: boolean;
  readonly workspaceRole: WorkspaceRole;
  /** The viewer's role in it, or null for one who is not a member. */
  readonly role: ChannelRole | null;
}

/** A channel that the viewer is a member of. */
export interface MemberChannel extends VisibleChannel {
  readonly role: ChannelRole;
  readonly lastReadSeq: number;
}

const columns = `c.id, c."workspaceId", c.kind, c.name, c.seq, c."archivedAt", c."isDefault", w.role AS "workspaceRole"`;

// Three primary-key probes: Channel, ChannelMember, Member.
const memberChannel = prepared<MemberChannel>({
  name: 'access_member_channel',
  text: `SELECT ${columns}, m.role, m."lastReadSeq"
    FROM "Channel" c
    JOIN "ChannelMember" m ON m."channelId" = c.id AND m."userId" = $2 AND m."leftAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $2
    WHERE c.id = $1 AND c."deletedAt" IS NULL`,
});

const visibleChannel = prepared<VisibleChannel>({
  name: 'access_visible_channel',
  text: `SELECT ${columns}, m.role
    FROM "Channel" c
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = $2
    LEFT JOIN "ChannelMember" m ON m."channelId" = c.id AND m."userId" = $2 AND m."leftAt" IS NULL
    WHERE c.id = $1 AND c."deletedAt" IS NULL
      AND (m."userId" IS NOT NULL OR (c.kind = 'PUBLIC' AND w.role <> 'GUEST'))`,
});

const memberKinds = prepared<{ id: string; kind: ChannelKind }>({
  name: 'access_member_kinds',
  text: `SELECT c.id, c.kind FROM unnest($3::uuid[]) AS asked(id)
    JOIN "Channel" c ON c.id = asked.id AND c."workspaceId" = $2 AND c."deletedAt" IS NULL
    JOIN "ChannelMember" m ON m."channelId" = c.id AND m."userId" = $1 AND m."leftAt" IS NULL`,
});

/** The channel, when the viewer is a member of it; otherwise null. */
export async function findMemberChannel(viewerId: string, channelId: string): Promise<MemberChannel | null> {
  const [row] = await memberChannel([channelId, viewerId]);
  return row ?? null;
}

/** The channel, when the viewer may know of it: a member, or anyone but a guest in the workspace of a public one. */
export async function findVisibleChannel(viewerId: string, channelId: string): Promise<VisibleChannel | null> {
  const [row] = await visibleChannel([channelId, viewerId]);
  return row ?? null;
}

/** What those of these channels are that the viewer is a member of in a workspace which they are in, by id. */
export async function findMemberKinds(
  viewerId: string,
  workspaceId: string,
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, ChannelKind>> {
  const rows = await memberKinds([viewerId, workspaceId, channelIds]);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
