import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { SystemNote } from '@parley/realtime/shapes';
import type { Client } from './change-message.ts';

const insert = prepared({
  name: 'message_notes',
  text: `INSERT INTO "Message" (id, "channelId", "authorId", seq, "changeSeq", kind, body, nonce, system)
    SELECT note.id, $2, $3, $4::int + note.nth - 1, $4::int + note.nth - 1, 'SYSTEM', '', note.id::text, note.said::jsonb
    FROM unnest($1::uuid[], $5::text[]) WITH ORDINALITY AS note(id, said, nth)`,
});

/**
 * Writes what happened in a channel as its SYSTEM messages, in the transaction that took their numbers from `firstSeq` on;
 * answers their ids. They are quiet: no unread, no mention, no notification.
 */
export async function insertNotes(
  client: Client,
  { channelId, authorId, firstSeq }: { channelId: string; authorId: string; firstSeq: number },
  notes: readonly SystemNote[],
): Promise<string[]> {
  const ids = notes.map(() => newId());
  if (ids.length > 0) {
    await insert([ids, channelId, authorId, firstSeq, notes.map((note) => JSON.stringify(note))], client);
  }
  return ids;
}
