import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { ChannelMember } from '@parley/realtime/shapes';
import type { MemberChannel } from '../access/channel-access.ts';
import { notFound } from '../app-error.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import { changeChannelRole } from './change-membership.ts';
import type { ListMembersInput, SetMemberRoleInput } from './channel.input.ts';
import { type ChannelMemberRow, channelMemberColumns, channelMemberView } from './channel-member.view.ts';
import { keepAnOwner } from './keep-an-owner.ts';
import { tellMembership } from './tell-channel.ts';

// A keyset over the primary key ("channelId", "userId").
const membersPage = prepared<ChannelMemberRow>({
  name: 'channel_members',
  text: `SELECT ${channelMemberColumns} FROM "ChannelMember" cm JOIN "User" u ON u.id = cm."userId"
    WHERE cm."channelId" = $1 AND cm."leftAt" IS NULL AND ($2::uuid IS NULL OR cm."userId" > $2)
    ORDER BY cm."userId" LIMIT $3`,
});

/** A channel's members, a page at a time. */
export async function listMembers(
  input: ListMembersInput,
): Promise<{ items: ChannelMember[]; nextCursor: string | null }> {
  const scope = `channel.members ${input.channelId}`;
  const after = input.cursor === undefined ? null : readCursor(scope, input.cursor);
  const rows = await membersPage([input.channelId, after, input.limit + 1]);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(channelMemberView),
    nextCursor: rows.length > input.limit && last ? writeCursor(scope, last.userId) : null,
  };
}

/** Makes a member an owner, or an owner a member. The last owner stays one (PRECONDITION_FAILED). */
export async function setMemberRole(
  ctx: VerbContext & { channel: MemberChannel },
  input: SetMemberRoleInput,
): Promise<ChannelMember> {
  const change = await transaction(async (client) => {
    const changed = await changeChannelRole(client, { ...input, actorId: ctx.caller.user.id });
    await keepAnOwner(client, input.channelId);
    return changed;
  });
  const [row] = change?.members ?? [];
  if (!change || !row) throw notFound();
  tellMembership(ctx.realtime, ctx.channel.workspaceId, change);
  return channelMemberView(row);
}
