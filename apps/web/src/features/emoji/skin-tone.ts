import type { Emoji } from './emoji-index.ts';
import { StoredValue } from './stored-value.ts';

/** By number: 0 is the yellow of no skin. */
export const toneNames = ['Default', 'Light', 'Medium-light', 'Medium', 'Medium-dark', 'Dark'] as const;

/** The colour of skin that the person chose, on this device. */
export const skinTone = new StoredValue<number>('parley.skin-tone', (value) =>
  typeof value === 'number' && value in toneNames ? value : 0,
);

/** An emoji in a colour of skin, if it has one. */
export function inTone(emoji: Emoji, chosen: number): string {
  return (chosen === 0 ? undefined : emoji.skins[chosen - 1]) ?? emoji.unicode;
}
