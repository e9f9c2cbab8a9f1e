import { z } from 'zod';
import { moment } from '../input/fields.ts';
import { nameText } from '../input/text.ts';
import { timezone } from './account.input.ts';
import { findOverlap, mostHours } from './schedule-hours.input.ts';

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'This is not a time of day.');

const day = z
  .strictObject({ day: z.number().int().min(1).max(7), from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'The end is before the beginning.');

const hours = z
  .array(day)
  .max(mostHours)
  .refine((days) => findOverlap(days) === null, 'Two of these hours overlap.');

/** What is left out stays; null takes it away. */
export const setNotificationSettingsInput = z.strictObject({
  dndUntil: moment.nullish(),
  /** The hours in which notifications come, 1 for Monday to 7 for Sunday; a night is written as two days. */
  schedule: z.strictObject({ timezone, days: hours }).nullish(),
  keywords: z
    .array(nameText({ min: 1, max: 50 }))
    .max(50)
    .optional(),
});

export type SetNotificationSettingsInput = z.output<typeof setNotificationSettingsInput>;
