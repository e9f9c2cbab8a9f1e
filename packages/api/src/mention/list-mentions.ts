import { prepared } from '@parley/db/query';
import { findMembership } from '../access/workspace-access.ts';
import { notFound } from '../app-error.ts';
import { tellUser } from '../channel/tell-channel.ts';
import { messageView } from '../message/message.view.ts';
import { readCursor, writeCursor } from '../page/cursor.ts';
import type { VerbContext } from '../trpc/context.ts';
import { userView } from '../user/user.view.ts';
import { isoTime } from '../view-time.ts';
import type { ListMentionsInput, MarkMentionsReadInput } from './mention.input.ts';
import type { MentionItem } from './mention.output.ts';
import { type MentionRow, readMentions } from './mentions-query.ts';

const moveRead = prepared<{ readAt: Date }>({
  name: 'mention_read',
  text: `UPDATE "Member" SET "activityReadAt" = greatest("activityReadAt", least($3::timestamptz, now()))
    WHERE "workspaceId" = $1 AND "userId" = $2 RETURNING "activityReadAt" AS "readAt"`,
});

/**
 * What concerns the caller, the latest first: mentions of them or of everybody in their channels, replies in threads they
 * follow, reactions to what they wrote. Only of channels they are in now. NOT_FOUND for a workspace they are not in.
 */
export async function listMentions(
  ctx: VerbContext,
  { workspaceId, cursor, unreadOnly, limit }: ListMentionsInput,
): Promise<{ items: MentionItem[]; nextCursor: string | null }> {
  const userId = ctx.caller.user.id;
  if (workspaceId !== undefined && !(await findMembership(userId, workspaceId))) throw notFound();
  const scope = `mention.list ${userId} ${workspaceId ?? 'all'} ${unreadOnly}`;
  const [at, key] = cursor === undefined ? [null, null] : placeAfter(readCursor(scope, cursor));
  const rows = await readMentions([userId, workspaceId ?? null, at, key, unreadOnly, limit + 1]);
  const items = rows.slice(0, limit).map(mentionView);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor(scope, `${last.createdAt} ${last.id}`) : null;
  return { items, nextCursor };
}

function placeAfter(payload: string): [Date, string] {
  const space = payload.indexOf(' ');
  return [new Date(payload.slice(0, space)), payload.slice(space + 1)];
}

function mentionView(row: MentionRow): MentionItem {
  const { key, kind, workspaceId, channelId, emoji, unread } = row;
  return {
    ...{ id: key, kind, workspaceId, channelId, emoji, unread },
    message: messageView(row.message),
    actor: userView(row.actor),
    createdAt: isoTime(row.createdAt),
  };
}

/** Says that the caller has looked at the list up to a moment. Never moves back. Their devices are told. */
export async function markMentionsRead(
  ctx: VerbContext,
  { workspaceId, through }: MarkMentionsReadInput,
): Promise<{ workspaceId: string; readAt: string }> {
  const until = through === undefined ? null : new Date(through);
  const userId = ctx.caller.user.id;
  const [row] = await moveRead([workspaceId, userId, until]);
  if (!row) throw notFound();
  tellUser(ctx.realtime, userId, { type: 'activityChanged', workspaceId });
  return { workspaceId, readAt: isoTime(row.readAt) };
}
