import { z } from 'zod';
import { spelledEmoji } from './spelled-emoji.ts';

// What keyboards offer, and flags, keycaps and joined pictures that are newer than this program's tables.
const oneOffered = String.raw`^\p{RGI_Emoji}$`;
const flag = String.raw`\p{Regional_Indicator}{2}`;
const keycap = String.raw`[0-9#*]\uFE0F?\u20E3`;
const picture = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?`;
const built = new RegExp(`^(?:${flag}|${keycap}|${picture}(?:\\u200D${picture}){0,8})$`, 'u');
let offered: RegExp | null = null;
const custom = /^:[a-z0-9_+-]{1,64}:$/;

/** The name of a workspace's own emoji, without its colons. */
export const emojiName = z
  .string()
  .regex(/^[a-z0-9_+-]{1,64}$/, 'Use small letters, digits, - + and _, at most 64 of them.');

/** Whether it is `:name:` of a workspace's own emoji. */
export function isCustomEmoji(value: string): boolean {
  return custom.test(value);
}

/** Made when it is first asked for: a browser too old for it may still load this. */
function isOffered(value: string): boolean {
  offered ??= new RegExp(oneOffered, 'v');
  return offered.test(value);
}

/** One Unicode emoji, in its one spelling however it was written, or `:name:` of the workspace's own. */
export const emoji = z
  .string()
  .max(66, 'This is not an emoji.')
  .transform((value) => (isCustomEmoji(value) ? value : spelledEmoji(value)))
  .refine((value) => isCustomEmoji(value) || isOffered(value) || built.test(value), 'This is not an emoji.');
