import { z } from 'zod';
import { emoji } from '../input/emoji.ts';
import { cursor, id, moment, pageLimit, sequence } from '../input/fields.ts';
import { text } from '../input/text.ts';

/** The most code points a message may hold. */
export const maxBodyLength = 40_000;

const body = text({ min: 1, max: maxBodyLength });
/** Chosen by the device that writes: the same author and nonce always give the same message. */
const nonce = text({ min: 1, max: 64 });

export const sendMessageInput = z
  .strictObject({
    channelId: id,
    body,
    nonce,
    /** The root message that this answers. */
    parentId: id.optional(),
    /** Shows a reply in the channel's timeline too. */
    alsoToChannel: z.boolean().optional(),
  })
  .refine((input) => input.alsoToChannel !== true || input.parentId !== undefined, {
    path: ['alsoToChannel'],
    message: 'Only a reply can be shown in the channel too.',
  });
export const editMessageInput = z.strictObject({
  id,
  body,
  /** The `changeSeq` the editor saw; if its text has changed since, the edit is refused with CONFLICT. */
  changeSeq: sequence.optional(),
});
export const messageIdInput = z.strictObject({ id });
export const reactInput = z.strictObject({ id, emoji });
export const forwardMessageInput = z.strictObject({
  id,
  /** Where it is sent to. */
  channelId: id,
  /** What is said to it; room is left for the link. */
  body: text({ min: 1, max: maxBodyLength - 1_000 }).optional(),
  nonce,
});
export const pinnedInput = z.strictObject({ channelId: id, cursor: cursor.optional(), limit: pageLimit });

/** A place in the channel: a message, a sequence number, or a moment. */
const around = z.union([id, sequence, moment]);

export const listMessagesInput = z
  .strictObject({
    channelId: id,
    cursor: cursor.optional(),
    direction: z.enum(['BACKWARD', 'FORWARD']).default('BACKWARD'),
    around: around.optional(),
    limit: pageLimit,
  })
  .refine((input) => !(input.cursor && input.around !== undefined), 'Give either a cursor or a place to look around.');

export const listChangesInput = z.strictObject({ channelId: id, sinceSeq: sequence, limit: pageLimit });
export const onChangeInput = z.strictObject({
  channelId: id,
  /** The number of the last event that was received; left out, the stream starts with what comes next. */
  lastEventId: z
    .union([z.string().regex(/^\d{1,10}$/, 'This is not an event number.'), sequence])
    .nullish()
    .transform((value) => (value === null || value === undefined ? null : Number(value)))
    .pipe(sequence.nullable()),
});
export const messageHistoryInput = z.strictObject({ id, cursor: cursor.optional(), limit: pageLimit });

export type SendMessageInput = z.output<typeof sendMessageInput>;
export type EditMessageInput = z.output<typeof editMessageInput>;
export type ReactInput = z.output<typeof reactInput>;
export type ForwardMessageInput = z.output<typeof forwardMessageInput>;
export type PinnedInput = z.output<typeof pinnedInput>;
export type MessageIdInput = z.output<typeof messageIdInput>;
export type ListMessagesInput = z.output<typeof listMessagesInput>;
export type ListChangesInput = z.output<typeof listChangesInput>;
export type OnChangeInput = z.output<typeof onChangeInput>;
export type MessageHistoryInput = z.output<typeof messageHistoryInput>;
