import type { ChannelMember } from '@parley/realtime/shapes';
import type { ChannelRole } from '../access/channel-access.ts';
import { type UserRow, userJson, userView } from '../user/user.view.ts';
import { type DbTime, isoTime, isoTimeOrNull } from '../view-time.ts';

/** A person's place in a channel, as `channelMemberColumns` selects it. */
export interface ChannelMemberRow {
  readonly channelId: string;
  readonly userId: string;
  readonly role: ChannelRole;
  readonly joinedAt: DbTime;
  readonly leftAt: DbTime | null;
  readonly changeSeq: number;
  readonly user: UserRow;
}

/** The columns of `ChannelMemberRow` for `"ChannelMember" cm JOIN "User" u`. */
export const channelMemberColumns = `cm."channelId", cm."userId", cm.role, cm."joinedAt", cm."leftAt", cm."changeSeq",
  ${userJson('u')} AS user`;

/** A member as everyone in the channel sees them; `leftAt` says that they are gone. */
export function channelMemberView(row: ChannelMemberRow): ChannelMember {
  return {
    channelId: row.channelId,
    userId: row.userId,
    user: userView(row.user),
    role: row.role,
    joinedAt: isoTime(row.joinedAt),
    leftAt: isoTimeOrNull(row.leftAt),
    changeSeq: row.changeSeq,
  };
}
