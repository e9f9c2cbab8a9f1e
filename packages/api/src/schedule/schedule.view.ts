import { z } from 'zod';
import { type DbTime, isoTime } from '../view-time.ts';

/** A message that is to be sent. With `failure`, the sentence that says why it could not be. */
export const scheduledMessageSchema = z
  .object({
    id: z.uuid(),
    channelId: z.uuid(),
    parentId: z.uuid().nullable(),
    body: z.string(),
    nonce: z.string(),
    sendAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'ScheduledMessage' });

export type ScheduledMessage = z.infer<typeof scheduledMessageSchema>;

export interface ScheduledRow {
  readonly id: string;
  readonly channelId: string;
  readonly parentId: string | null;
  readonly body: string;
  readonly nonce: string;
  readonly sendAt: DbTime;
  readonly createdAt: DbTime;
  readonly sentAt: DbTime | null;
  readonly failure: string | null;
}

/** The columns of `ScheduledRow` for `"ScheduledMessage" s`. */
export const scheduledColumns = `s.id, s."channelId", s."parentId", s.body, s.nonce, s."sendAt", s."createdAt", s."sentAt", s.failure`;

/** A scheduled message as its author sees it. */
export function scheduledView({ sentAt: _, ...row }: ScheduledRow): ScheduledMessage {
  const { id, channelId, parentId, body, nonce, failure } = row;
  return {
    id,
    channelId,
    parentId,
    body,
    nonce,
    failure,
    sendAt: isoTime(row.sendAt),
    createdAt: isoTime(row.createdAt),
  };
}
