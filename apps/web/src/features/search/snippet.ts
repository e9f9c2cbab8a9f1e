/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a message as a hit shows it: words, marked or not, or somebody or something that is named. */
export type SnippetPiece =
  | { readonly type: 'text'; readonly at: number; readonly text: string; readonly marked: boolean }
  | { readonly type: 'person'; readonly at: number; readonly id: string }
  | { readonly type: 'channel'; readonly at: number; readonly id: string }
  | { readonly type: 'cut'; readonly at: number };

const LONGEST = 240;
/** How much is shown before the first mark, when the text is cut. */
const BEFORE = 60;
const named = /<(?:@([0-9a-f-]{36})|#([0-9a-f-]{36})|!(channel|here))>/g;
/** Marks of Markdown, which say nothing in a line of plain text. */
const syntax = /`{3,}[^\s`]*(?=\n)|`+|\*\*|~~|\|\||^[ \t]*(?:#{1,6}|>)[ \t]+/gm;

/** Where to begin: at the beginning, or at a word shortly before the first mark. */
function beginning(body: string, first: number): number {
  if (body.length <= LONGEST || first <= BEFORE) return 0;
  const space = body.indexOf(' ', first - BEFORE);
  return space === -1 || space >= first ? first : space + 1;
}

/** A message's text in a few lines, with what made it a hit marked. Text all through: nothing in it is ever markup. */
export function snippetOf(body: string, highlights: readonly Stretch[]): SnippetPiece[] {
  const start = beginning(body, highlights[0]?.start ?? 0);
  const end = Math.min(body.length, start + LONGEST);
  const pieces: SnippetPiece[] = start > 0 ? [{ type: 'cut', at: -1 }] : [];
  let from = start;
  for (const match of body.matchAll(named)) {
    if (match.index < from || match.index >= end) continue;
    pieces.push(...wordsOf(body, { start: from, end: match.index }, highlights), pieceOf(match));
    from = match.index + match[0].length;
  }
  if (from < end) pieces.push(...wordsOf(body, { start: from, end }, highlights));
  return end < body.length ? [...pieces, { type: 'cut', at: end }] : pieces;
}

function pieceOf(match: RegExpExecArray): SnippetPiece {
  const [, person, channel, everyone] = match;
  if (person) return { type: 'person', at: match.index, id: person };
  if (channel) return { type: 'channel', at: match.index, id: channel };
  return { type: 'text', at: match.index, text: `@${everyone}`, marked: false };
}

function wordsOf(body: string, { start, end }: Stretch, highlights: readonly Stretch[]): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  const add = (from: number, to: number, marked: boolean): void => {
    const text = body.slice(from, to).replace(syntax, '').replace(/\s+/g, ' ');
    if (text !== '') pieces.push({ type: 'text', at: from, text, marked });
  };
  let from = start;
  for (const highlight of highlights) {
    const [first, last] = [Math.max(highlight.start, from), Math.min(highlight.end, end)];
    if (first >= last) continue;
    add(from, first, false);
    add(first, last, true);
    from = last;
  }
  add(from, end, false);
  return pieces;
}
