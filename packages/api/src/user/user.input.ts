import { z } from 'zod';
import { id, pageLimit } from '../input/fields.ts';
import { nameText, text } from '../input/text.ts';

export const MAX_HANDLE = 32;

/** Letters and digits of any script; dots, dashes and underscores between them. */
export const handlePattern = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u;

/** Words that call a whole channel when they follow an @. */
const reserved = new Set(['all', 'channel', 'everyone', 'here']);

const blank = /[\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Is it a word that means a group of people? */
export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle);
}

/** A person's name as others read it: one line of 1 to 80 characters, none of them invisible. */
export const displayName = nameText({ min: 1, max: 80 });

/** What follows the @: stored in lower case. */
export const handle = nameText({ min: 1, max: MAX_HANDLE })
  .transform((value) => value.replace(/^@/, '').normalize('NFKC').toLowerCase())
  .refine((value) => !blank.test(value), 'Remove invisible characters.')
  .refine(
    (value) => handlePattern.test(value),
    'Use letters and digits, with dots, dashes or underscores between them.',
  )
  .refine((value) => value.length <= MAX_HANDLE * 2, `At most ${MAX_HANDLE} characters.`)
  .refine((value) => !isReservedHandle(value), 'This word is taken. Choose another.');

export const userIdInput = z.strictObject({ id });
export const searchUsersInput = z.strictObject({ workspaceId: id, q: text({ max: 80 }), limit: pageLimit });

export type SearchUsersInput = z.output<typeof searchUsersInput>;
