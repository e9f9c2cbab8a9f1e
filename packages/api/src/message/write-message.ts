import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { Message } from '@parley/realtime/shapes';
import { hasReadAll } from '../read-state/unread.ts';
import { followByReply } from '../thread/follow-thread.ts';
import { readMessages } from './change-message.ts';
import type { NewMessage } from './insert-messages.ts';
import { countReply, lockParent } from './message-thread.ts';
import { writeMentions } from './write-mentions.ts';

/** A message that is more than a row: a reply, or one that calls somebody. */
export interface MessageToWrite extends NewMessage {
  readonly parentId: string | null;
  readonly alsoToChannel: boolean;
  /** Its author does not look at the channel: what they have not read stays unread. */
  readonly away: boolean;
}

const lockPlace = prepared<{ channelId: string }>({
  name: 'message_write_place',
  text: `SELECT m."channelId" FROM "ChannelMember" m
    WHERE m."channelId" = $1 AND m."userId" = $2 AND m."leftAt" IS NULL
      AND NOT EXISTS (SELECT FROM "Message" p WHERE p."authorId" = $2 AND p.nonce = $3)
    FOR NO KEY UPDATE`,
});

// A root message moves its author's read position, as a plain one does; a reply says nothing about the timeline. Of who is
// away it does so only where nothing was left to read: the lock on the channel keeps it so.
const insert = prepared<{ seq: number }>({
  name: 'message_write',
  text: `WITH counted AS (
      UPDATE "Channel" c SET seq = c.seq + CASE WHEN $6::uuid IS NULL THEN 1 ELSE 2 END
      WHERE c.id = $2 AND c."archivedAt" IS NULL AND c."deletedAt" IS NULL
      RETURNING c.id, (c.seq - CASE WHEN $6::uuid IS NULL THEN 0 ELSE 1 END)::int AS seq
    ), own AS (
      UPDATE "ChannelMember" cm SET "lastReadSeq" = counted.seq FROM counted
      WHERE cm."channelId" = counted.id AND cm."userId" = $3 AND $6::uuid IS NULL AND (NOT $8::boolean OR ${hasReadAll})
    )
    INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", body, nonce, "parentId", "alsoToChannel")
    SELECT $1, counted.id, $3, counted.seq, counted.seq, $4, $5, $6, $7 FROM counted
    RETURNING seq`,
});

/**
 * Writes a message with all that hangs on it in one transaction, and answers it, behind it the parent of a reply: their
 * numbers follow each other. Null as `insertMessage` does; a unique violation when the nonce is being placed elsewhere.
 */
export async function writeMessage(message: MessageToWrite): Promise<Message[] | null> {
  return transaction(async (client) => {
    const { id, channelId, authorId, body, nonce, parentId, alsoToChannel, away } = message;
    const [place] = await lockPlace([channelId, authorId, nonce], client);
    if (!place) return null;
    const parent = parentId === null ? null : await lockParent(client, parentId, channelId);
    const [placed] = await insert([id, channelId, authorId, body, nonce, parentId, alsoToChannel, away], client);
    if (!placed) return null;
    const { seq } = placed;
    const mentioned = await writeMentions(client, { id, channelId, authorId, seq, parentId, body });
    if (parent) {
      await countReply(client, { id, parentId: parent.id }, seq + 1);
      await followByReply(client, parent, { reply: { authorId, seq, away }, mentioned });
    }
    return readMessages(client, parent ? [id, parent.id] : [id]);
  });
}
