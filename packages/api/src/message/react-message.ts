import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import type { LockedMessage } from '../access/message-access.ts';
import { AppError, conflict, invalidField } from '../app-error.ts';
import { tellUser } from '../channel/tell-channel.ts';
import { withBlocked } from '../direct/shown-to-member.ts';
import { isCustomEmoji } from '../input/emoji.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type Client, changeMessage, takeNumbers } from './change-message.ts';
import type { ReactInput } from './message.input.ts';

/** A message takes so many different emoji. */
export const maxEmoji = 50;

// All by the primary key ("messageId", emoji, "userId").
const standing = prepared<{ mine: boolean; known: boolean; different: number }>({
  name: 'reaction_standing',
  text: `SELECT coalesce(bool_or(emoji = $2 AND "userId" = $3), false) AS mine, coalesce(bool_or(emoji = $2), false) AS known,
      count(DISTINCT emoji)::int AS different
    FROM "Reaction" WHERE "messageId" = $1`,
});
const set = prepared({
  name: 'reaction_set',
  text: `WITH added AS (
      INSERT INTO "Reaction" ("messageId", emoji, "userId", seq, "authorId") VALUES ($1, $2, $3, $4, $5)
    )
    UPDATE "Message" SET "changeSeq" = $4 WHERE id = $1`,
});
const unset = prepared({
  name: 'reaction_unset',
  text: `WITH taken AS (DELETE FROM "Reaction" WHERE "messageId" = $1 AND emoji = $2 AND "userId" = $3)
    UPDATE "Message" SET "changeSeq" = $4 WHERE id = $1`,
});
const emojiByName = prepared<{ id: string }>({
  name: 'emoji_by_name',
  text: `SELECT id FROM "Emoji" WHERE "workspaceId" = $1 AND name = $2`,
});

// Three primary-key probes. Who is out of the channel, or hears nothing of the conversation, is told of no reaction either.
const concernedAuthor = prepared<{ userId: string }>({
  name: 'reaction_author',
  text: `SELECT cm."userId" FROM "Channel" c JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = $2 AND cm."leftAt" IS NULL
    WHERE c.id = $1 AND c."deletedAt" IS NULL AND NOT ${withBlocked}`,
});

/** Sets the caller's emoji on a message. Again is the same answer; the 51st different emoji of a message is refused. */
export async function react(ctx: VerbContext, { id, emoji }: ReactInput): Promise<Message> {
  const userId = ctx.caller.user.id;
  return changeReactions(ctx, id, async (client, message) => {
    checkStanding(message);
    const { mine, known, different } = await readStanding(client, { id, emoji, userId });
    if (mine) return false;
    if (!known) await checkNew(client, message, { emoji, different });
    await set([id, emoji, userId, await takeNumbers(client, message.channelId), message.authorId], client);
    return true;
  });
}

/** Takes the caller's emoji back. One that is not set is the same answer. */
export async function unreact(ctx: VerbContext, { id, emoji }: ReactInput): Promise<Message> {
  const userId = ctx.caller.user.id;
  return changeReactions(ctx, id, async (client, message) => {
    const { mine } = await readStanding(client, { id, emoji, userId });
    if (mine) await unset([id, emoji, userId, await takeNumbers(client, message.channelId)], client);
    return mine;
  });
}

/** Changes a message by `work`, which answers whether it changed anything, and tells its author's devices. */
async function changeReactions(
  ctx: VerbContext,
  id: string,
  work: (client: Client, message: LockedMessage) => Promise<boolean>,
): Promise<Message> {
  const concerned: LockedMessage[] = [];
  const after = await changeMessage(ctx, id, async (client, message) => {
    const changed = await work(client, message);
    if (changed) concerned.push(message);
    return changed ? [id] : [];
  });
  const of = concerned.at(-1);
  if (of && of.authorId !== ctx.caller.user.id) await tellAuthor(ctx, of);
  return after;
}

/** A hint after the commit: one that is lost is made good by the next look at the list. */
async function tellAuthor(
  { realtime }: VerbContext,
  { channelId, authorId, workspaceId }: LockedMessage,
): Promise<void> {
  const [author] = await concernedAuthor([channelId, authorId]).catch(() => []);
  if (author) tellUser(realtime, author.userId, { type: 'activityChanged', workspaceId });
}

async function readStanding(
  client: Client,
  { id, emoji, userId }: { id: string; emoji: string; userId: string },
): Promise<{ mine: boolean; known: boolean; different: number }> {
  const [row] = await standing([id, emoji, userId], client);
  return row ?? { mine: false, known: false, different: 0 };
}

/** CONFLICT for a message that was deleted: nothing hangs on it any more. */
export function checkStanding(message: LockedMessage): void {
  if (message.deletedAt) throw conflict('DELETED', 'This message was deleted meanwhile.');
}

async function checkNew(
  client: Client,
  { workspaceId }: LockedMessage,
  { emoji, different }: { emoji: string; different: number },
): Promise<void> {
  if (isCustomEmoji(emoji)) {
    const [own] = await emojiByName([workspaceId, emoji.slice(1, -1)], client);
    if (!own) throw invalidField('emoji', 'There is no such emoji here.');
  }
  if (different < maxEmoji) return;
  const message = `A message takes ${maxEmoji} different emoji. Add to one that is there.`;
  throw new AppError({ code: 'PRECONDITION_FAILED', reason: 'EMOJI_LIMIT', message });
}
