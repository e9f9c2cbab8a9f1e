import { foldSearch } from '../input/fold-search.ts';
import { editDistance } from './edit-distance.ts';

const gap = /[^\p{L}\p{M}\p{N}]+/u;
const fewestForTypo = 4;

/** How well `q` fits a name: 0 for not at all, the more the better. Accents and capitals aside. */
export function matchName(q: string, name: string): number {
  const asked = foldSearch(q).trim().replace(/^[@#]/, '');
  const folded = foldSearch(name);
  if (asked === '') return 1;
  if (folded === asked) return 100;
  if (folded.startsWith(asked)) return 80;
  const words = folded.split(gap).filter((word) => word !== '');
  const parts = asked.split(gap).filter((part) => part !== '');
  if (parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 60;
  if (words.length > 1 && initials(words).startsWith(asked)) return 50;
  if (folded.includes(asked)) return 40;
  return parts.length > 0 && parts.every((part) => isSpelledAlike(part, words)) ? 20 : 0;
}

function initials(words: readonly string[]): string {
  return words.map((word) => Array.from(word)[0] ?? '').join('');
}

/** Is it a word, or the beginning of one, with a letter wrong; with two in long ones? */
function isSpelledAlike(part: string, words: readonly string[]): boolean {
  if (part.length < fewestForTypo) return words.some((word) => word.startsWith(part));
  const allowed = part.length < 7 ? 1 : 2;
  // What is so much shorter has letters missing: a letter is at most two units long.
  const longEnough = words.filter((word) => word.length + allowed * 2 >= part.length);
  return longEnough.some(
    (word) =>
      editDistance(part, word, allowed) <= allowed ||
      editDistance(part, word.slice(0, part.length), allowed) <= allowed,
  );
}

/** The best that `q` fits any of a thing's names. */
export function matchNames(q: string, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => matchName(q, name)));
}
