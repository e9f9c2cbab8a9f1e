import commonPasswords from './common-passwords.json' with { type: 'json' };

export const PASSWORD_MIN_CHARACTERS = 8;
export const PASSWORD_MAX_BYTES = 1024;

const PRODUCT_NAME = 'parley';
const MIN_WORD = 3;
const repeatedPiece = /^(.{1,4})\1+$/su;

let common: ReadonlySet<string> | undefined;

function isCommon(password: string): boolean {
  common ??= new Set(commonPasswords);
  return common.has(password.toLowerCase()) || repeatedPiece.test(password);
}

function wordsOf(context: readonly string[]): string[] {
  const parts = [PRODUCT_NAME, ...context].flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  const words = parts.map((part) => part.toLowerCase()).filter((word) => word.length >= MIN_WORD);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** What is left of the password once the words that anybody could guess of this person are taken out. */
function withoutWords(password: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}

function charactersIn(text: string): number {
  return Array.from(text).length;
}

/**
 * Why a new password cannot be used, as a sentence for the person, or null when it can. Any characters are welcome and
 * none are required. `context` holds what belongs to the person, such as the name and the part of the e-mail before
 * the @: these words, and the product's name, count for nothing towards the length.
 */
export function passwordProblem(password: string, context: readonly string[]): string | null {
  if (Buffer.byteLength(password) > PASSWORD_MAX_BYTES) return `Use at most ${PASSWORD_MAX_BYTES} bytes.`;
  if (charactersIn(password) < PASSWORD_MIN_CHARACTERS) return `Use at least ${PASSWORD_MIN_CHARACTERS} characters.`;
  if (isCommon(password)) return 'This password is one of the first that an attacker would try. Choose another one.';
  if (charactersIn(withoutWords(password, wordsOf(context))) < PASSWORD_MIN_CHARACTERS) {
    return 'This password is too close to your name or to the name of this service. Choose another one.';
  }
  return null;
}
