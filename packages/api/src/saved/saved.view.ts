import { channelKindSchema, messageSchema } from '@parley/realtime/shapes';
import { z } from 'zod';
import type { ChannelKind } from '../access/channel-access.ts';
import { type MessageRow, messageView } from '../message/message.view.ts';
import { type DbTime, isoTime, isoTimeOrNull } from '../view-time.ts';

const time = z.iso.datetime();

export const savedStateSchema = z.object({
  id: z.uuid(),
  savedAt: time,
  doneAt: time.nullable(),
  remindAt: time.nullable(),
  /** When the reminder was told. */
  remindedAt: time.nullable(),
});

/** A message that somebody keeps for later. */
export const savedMessageSchema = savedStateSchema
  .extend({
    message: messageSchema,
    channel: z.object({ id: z.uuid(), name: z.string(), kind: channelKindSchema }),
  })
  .meta({ id: 'SavedMessage' });

export type SavedState = z.infer<typeof savedStateSchema>;
export type SavedMessage = z.infer<typeof savedMessageSchema>;

export interface SavedRow {
  readonly messageId: string;
  readonly savedAt: DbTime;
  readonly doneAt: DbTime | null;
  readonly remindAt: DbTime | null;
  readonly remindedAt: DbTime | null;
}

/** The columns of `SavedRow` for `"SavedMessage" s`. */
export const savedColumns = `s."messageId", s."savedAt", s."doneAt", s."remindAt", s."remindedAt"`;

/** What somebody said of a message that they keep. */
export function savedStateView(row: SavedRow): SavedState {
  return {
    id: row.messageId,
    savedAt: isoTime(row.savedAt),
    doneAt: isoTimeOrNull(row.doneAt),
    remindAt: isoTimeOrNull(row.remindAt),
    remindedAt: isoTimeOrNull(row.remindedAt),
  };
}

/** A kept message with where it stands. */
export function savedView(
  row: SavedRow & MessageRow & { channelName: string; channelKind: ChannelKind },
): SavedMessage {
  const channel = { id: row.channelId, name: row.channelName, kind: row.channelKind };
  return { ...savedStateView(row), message: messageView(row), channel };
}
