import { z } from 'zod';
import { password } from '../auth/auth.input.ts';
import { id } from '../input/fields.ts';
import { nameText } from '../input/text.ts';
import { displayName, handle } from '../user/user.input.ts';

function isTimezone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function canonicalLocale(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null;
  } catch {
    return null;
  }
}

const title = nameText({ min: 0, max: 80 }).transform((value) => (value === '' ? null : value));
/** The name of a time zone, as in Europe/Berlin. */
export const timezone = z.string().max(64).refine(isTimezone, 'This is not a time zone.');
const locale = z
  .string()
  .max(35)
  .refine((value) => canonicalLocale(value) !== null, 'This is not a language.')
  .transform(canonicalLocale);

/** What is left out stays; null takes a value away. */
export const updateAccountInput = z.strictObject({
  displayName: displayName.optional(),
  handle: handle.optional(),
  title: title.nullish(),
  timezone: timezone.nullish(),
  locale: locale.nullish(),
});
export const sessionIdInput = z.strictObject({ id });
export const changePasswordInput = z.strictObject({ currentPassword: password, newPassword: password });

export type UpdateAccountInput = z.output<typeof updateAccountInput>;
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
