import { z } from 'zod';
import { text } from '../input/text.ts';
import { displayName } from '../user/user.input.ts';
import { inviteToken, workspaceName } from '../workspace/workspace.input.ts';

const MAX_EMAIL = 254;
const MAX_PASSWORD_BYTES = 1024;
const loneSurrogate = /\p{Surrogate}/u;

/** An e-mail address, in small letters: the part before the @ differs by case in no mail system that people use. */
export const email = z
  .string()
  .max(MAX_EMAIL * 2)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email('This is not an e-mail address.').max(MAX_EMAIL, `At most ${MAX_EMAIL} characters.`));

/** A password as it was typed, with any character that can be typed. What makes a good one is decided where one is set. */
export const password = z
  .string()
  .max(MAX_PASSWORD_BYTES, `At most ${MAX_PASSWORD_BYTES} bytes.`)
  .refine((value) => !value.includes('\0'), 'Remove the NUL character.')
  .refine((value) => !loneSurrogate.test(value), 'This is not valid Unicode text.')
  .refine(
    (value) => new TextEncoder().encode(value).length <= MAX_PASSWORD_BYTES,
    `At most ${MAX_PASSWORD_BYTES} bytes.`,
  );

const refreshToken = text({ min: 1, max: 128 });

export const registerInput = z.strictObject({ email, password, displayName, inviteToken: inviteToken.optional() });
export const setupInput = z.strictObject({ workspaceName, displayName, email, password });
export const tokenInput = z.strictObject({ email, password });
export const refreshTokenInput = z.strictObject({ refreshToken });

export type RegisterInput = z.output<typeof registerInput>;
export type SetupInput = z.output<typeof setupInput>;
export type TokenInput = z.output<typeof tokenInput>;
