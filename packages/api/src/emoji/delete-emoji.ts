import { prepared } from '@parley/db/query';
import type { WorkspaceRole } from '../access/workspace-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { mayDeleteEmoji } from './emoji.policy.ts';
import { tellEmojiChanged } from './tell-emoji-changed.ts';

const forViewer = prepared<{ workspaceId: string; name: string; createdById: string; role: WorkspaceRole }>({
  name: 'emoji_for_viewer',
  text: `SELECT e."workspaceId", e.name, e."createdById", w.role FROM "Emoji" e
    JOIN "Member" w ON w."workspaceId" = e."workspaceId" AND w."userId" = $2 WHERE e.id = $1`,
});

const remove = prepared({
  name: 'emoji_delete',
  text: `DELETE FROM "Emoji" WHERE "workspaceId" = $2 AND (id = $1 OR "aliasOf" = $3)`,
});

/**
 * Removes an emoji, its picture and its other names; texts and reactions keep `:name:`. For who made it and for owners and
 * admins of its workspace; NOT_FOUND for who is not in that.
 */
export async function deleteEmoji(ctx: VerbContext, id: string): Promise<{ id: string }> {
  const viewerId = ctx.caller.user.id;
  const [emoji] = await forViewer([id, viewerId]);
  if (!emoji) throw notFound();
  if (!mayDeleteEmoji(viewerId, emoji))
    throw forbidden('NOT_AUTHOR', 'Only who added an emoji, or an admin, may remove it.');
  await remove([id, emoji.workspaceId, emoji.name]);
  tellEmojiChanged(ctx.realtime, emoji.workspaceId);
  return { id };
}
