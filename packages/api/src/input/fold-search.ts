const marks = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\ufeff]+/gu;
const address = /<[@#!][0-9a-z-]+>/g;
const unspacedRange =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff';
const words = new RegExp(`[${unspacedRange}]|(?:(?![${unspacedRange}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
/** Letters with their marks; where nothing but capitals can change, many at once. */
const pieces = /\p{ASCII}+(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu;
const plain = /^\p{ASCII}+$/u;
const unspaced = new RegExp(`^[${unspacedRange}]$`, 'u');

/**
 * The form in which search compares texts: small letters without accents and vowel signs. The same as the database's
 * `message_fold`.
 */
export function foldSearch(value: string): string {
  return foldLetters(value.replace(address, ' '));
}

function foldLetters(value: string): string {
  const bare = value.toLowerCase().normalize('NFKD').replace(marks, '').normalize('NFKC').toLowerCase();
  return bare.replaceAll('ß', 'ss').replaceAll('ς', 'σ');
}

/** The words of a folded text; a script that is written without spaces gives each character. */
export function searchWords(folded: string): string[] {
  return folded.match(words) ?? [];
}

/** Is it a character of a script that is written without spaces? */
export function isUnspaced(character: string): boolean {
  return unspaced.test(character);
}

/** A folded text and where each of its UTF-16 units comes from. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, where its letter begins in the original; one more entry for the end. */
  readonly starts: readonly number[];
}

/** `foldSearch` that remembers where everything was. */
export function foldWithPlaces(original: string): FoldedText {
  const hidden = original.replace(address, (match) => ' '.repeat(match.length));
  const starts: number[] = [];
  const known = new Map<string, string>();
  let folded = '';
  for (const { 0: letters, index } of hidden.matchAll(pieces)) {
    const isPlain = plain.test(letters);
    const piece = isPlain ? letters.toLowerCase() : (known.get(letters) ?? foldLetters(letters));
    if (!isPlain) known.set(letters, piece);
    for (let n = 0; n < piece.length; n += 1) starts.push(isPlain ? index + n : index);
    folded += piece;
  }
  starts.push(original.length);
  return { folded, starts };
}
