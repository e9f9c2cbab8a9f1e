import { z } from 'zod';
import { id, moment } from '../input/fields.ts';
import { text } from '../input/text.ts';

const body = text({ min: 1, max: 40_000 });

export const scheduleInput = z.strictObject({
  channelId: id,
  body,
  /** Within a year from now. */
  sendAt: moment,
  parentId: id.optional(),
  /** Chosen by the device: the same nonce schedules, and sends, one message. */
  nonce: text({ min: 1, max: 64 }),
});
export const scheduledInput = z.strictObject({ workspaceId: id });
export const scheduledIdInput = z.strictObject({ id });
export const updateScheduledInput = z.strictObject({ id, body: body.optional(), sendAt: moment.optional() });

export type ScheduleInput = z.output<typeof scheduleInput>;
export type UpdateScheduledInput = z.output<typeof updateScheduledInput>;
