/** An emoji at the head of a status, and the words behind it. */
export interface WrittenStatus {
  /** Of Unicode, or `:name:`; empty when there is none. */
  readonly emoji: string;
  readonly text: string;
}

const named = /^:[a-z0-9_+-]{1,64}:(?::skin-tone-[2-6]:)?/;
const drawn = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{RI}|\u20E3/u;

/** Reads `:palm_tree: On holiday`, also with the emoji itself, or without one. */
export function parseStatus(rest: string): WrittenStatus {
  const written = rest.trim();
  const emoji = named.exec(written)?.[0] ?? firstDrawn(written);
  return { emoji, text: written.slice(emoji.length).trim() };
}

function firstDrawn(text: string): string {
  const [first] = new Intl.Segmenter().segment(text);
  return first && drawn.test(first.segment) ? first.segment : '';
}
