import { prepared } from '@parley/db/query';
import { tellUser } from '../channel/tell-channel.ts';
import { withBlocked } from '../direct/shown-to-member.ts';
import type { VerbContext } from '../trpc/context.ts';
import { threadUnread } from './thread-unread.ts';

interface Follower {
  readonly userId: string;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly seq: number;
  readonly unread: number;
  readonly lastReadSeq: number;
}

// The followers by the primary key ("parentId", "userId"), each with a range of ("parentId", seq) over what is unread.
const followers = prepared<Follower>({
  name: 'thread_followers',
  text: `SELECT f."userId", c."workspaceId", f."channelId", p."changeSeq" AS seq, f."lastReadSeq", CASE WHEN f.following THEN ${threadUnread('f')} ELSE 0 END AS unread
    FROM "ThreadFollow" f
    JOIN "Message" p ON p.id = f."parentId"
    JOIN "Channel" c ON c.id = f."channelId" AND c."deletedAt" IS NULL
    JOIN "ChannelMember" cm ON cm."channelId" = f."channelId" AND cm."userId" = f."userId" AND cm."leftAt" IS NULL
    WHERE f."parentId" = $1 AND ($2::uuid IS NULL OR f."userId" = $2) AND (f.following OR f."userId" = $2)
      AND NOT ${withBlocked}`,
});

/**
 * Tells those who follow a thread that it moved, each with what is unread for them; `userId`: only this one's devices.
 * A hint after the commit: one that is lost is made good by the next look at `thread.inbox`.
 */
export async function tellThread({ realtime }: VerbContext, parentId: string, userId?: string): Promise<void> {
  const rows = await followers([parentId, userId ?? null]).catch(() => []);
  for (const { userId: followerId, ...place } of rows) {
    tellUser(realtime, followerId, { type: 'threadActivity', parentId, ...place });
  }
}
