/** `:name:`, with a colour of skin behind it if one is wanted. What begins or ends with `_` is emphasis. */
const written = /:[a-z0-9+-](?:[a-z0-9_+-]{0,62}[a-z0-9+-])?:(?::skin-tone-[2-6]:)?/y;
/** Behind these a colon is part of a time, an address or a name: `10:30:00`, `std::size`. */
const withinWord = /[\p{L}\p{N}:]/u;

/** The emoji by its name that stands at a place of a text, as it is typed; null for none. `behindOne`: another ends there. */
export function readShortcode(text: string, at: number, behindOne: boolean): string | null {
  if (text[at] !== ':' || (!behindOne && withinWord.test(text[at - 1] ?? ' '))) return null;
  written.lastIndex = at;
  return written.exec(text)?.[0] ?? null;
}

/** Where the next one begins in a stretch of a text, behind its first character; the stretch's end when there is none. */
export function nextShortcode(text: string, from: number, end: number): number {
  // Never looks beyond the stretch: many of them make a text.
  for (let at = from + 1; at < end; at += 1) {
    if (text[at] === ':' && readShortcode(text, at, false) !== null) return at;
  }
  return end;
}
