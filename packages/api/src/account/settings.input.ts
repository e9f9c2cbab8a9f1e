import { z } from 'zod';
import { moment } from '../input/fields.ts';
import { nameText } from '../input/text.ts';

/** What is left out stays. */
export const setPrivacyInput = z.strictObject({
  presenceSharing: z.enum(['EVERYONE', 'CONTACTS', 'NOBODY']).optional(),
  readReceipts: z.boolean().optional(),
});

/** The whole status: what is left out is cleared. */
export const setStatusInput = z.strictObject({
  emoji: nameText({ min: 0, max: 64 }).nullish(),
  text: nameText({ min: 0, max: 100 }).nullish(),
  expiresAt: moment.nullish(),
});

export type SetPrivacyInput = z.output<typeof setPrivacyInput>;
export type SetStatusInput = z.output<typeof setStatusInput>;
