import { plainText } from '../members/plain-text.ts';

/** Whether `asked` comes to be by leaving out, adding, changing or swapping one letter of the beginning of `text`. */
function isOneSlipFrom(asked: string, text: string): boolean {
  for (const length of [asked.length - 1, asked.length, asked.length + 1]) {
    if (length > 0 && length <= text.length && slips(asked, text.slice(0, length))) return true;
  }
  return false;
}

function slips(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0] && right.length === 2;
}

function isWithin(asked: string, text: string): boolean {
  let place = 0;
  for (const letter of asked) {
    place = text.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}

interface Name {
  readonly text: string;
  readonly words: readonly string[];
}

function isInitialsOf(asked: string, { words }: Name): boolean {
  const initials = words.map((word) => word[0]).join('');
  return words.length > 1 && initials.startsWith(asked);
}

/** `cleo farid` of `Ben Ode, Cleo Marsh, Farid Haddad`: each word begins one, in whatever order. */
function beginsManyWords(asked: string, { words }: Name): boolean {
  const parts = asked.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)));
}

/** In what a name may answer to what was typed, the nearest first. */
const answers: readonly ((asked: string, name: Name) => boolean)[] = [
  (asked, { text }) => text === asked,
  (asked, { text }) => text.startsWith(asked),
  (asked, { words }) => words.some((word) => word.startsWith(asked)),
  beginsManyWords,
  isInitialsOf,
  (asked, { text, words }) => text.includes(asked) || words.join('').includes(asked),
  (asked, { text }) => asked.length > 1 && text[0] === asked[0] && isWithin(asked, text),
  (asked, { text, words }) => asked.length > 3 && [...words, text].some((word) => isOneSlipFrom(asked, word)),
];

/**
 * How well a name answers to what was typed, from 0 (not at all) to 8 (the very name): its beginning, a word's
 * beginning, several words' beginnings, its initials, anywhere in it, its letters in order, or with one slip of the finger.
 */
export function matchScore(typed: string, name: string): number {
  const asked = plainText(typed).replace(/^[#@]/, '');
  if (asked === '') return 1;
  const text = plainText(name);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const found = answers.findIndex((answersTo) => answersTo(asked, { text, words }));
  return found === -1 ? 0 : answers.length - found;
}
