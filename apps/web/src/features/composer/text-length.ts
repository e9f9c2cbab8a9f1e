/** The most characters a message may have, counted as the server counts them: in code points. */
export const MOST_CHARACTERS = 40_000;

/** From here on the number that is left is shown. */
export const NEAR_MOST = MOST_CHARACTERS * 0.8;

/** The length of a text in code points; far below the limit, where nobody asks, in UTF-16 units. */
export function codePoints(text: string): number {
  if (text.length <= NEAR_MOST) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
