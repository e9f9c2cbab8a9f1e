import { randomInt } from 'node:crypto';
import { foldName } from '../input/text.ts';
import { withoutLookAlikes } from './look-alikes.ts';
import { handlePattern, isReservedHandle, MAX_HANDLE } from './user.input.ts';

const ROOM_FOR_NUMBER = 8;
const latinMarks = /[\u0300-\u036f]/gu;

/** A handle as it may stand in the database once: two handles with one key would be taken for each other. */
export interface HandleCandidate {
  readonly handle: string;
  readonly key: string;
}

/** What must be unique among handles: the folded handle, with look-alikes of Latin letters replaced by them. */
export function handleKey(handle: string): string {
  return withoutLookAlikes(foldName(handle));
}

function dotted(text: string): string {
  const plain = text.normalize('NFKD').replace(latinMarks, '').normalize('NFKC').toLowerCase();
  const words = plain.replace(/['’]/gu, '').split(/[^\p{L}\p{M}\p{N}]+/u);
  const joined = words.filter((word) => word !== '').join('.');
  const short = Array.from(joined).slice(0, MAX_HANDLE - ROOM_FOR_NUMBER);
  return short.join('').replace(/\.+$/u, '');
}

function isUsable(handle: string): boolean {
  return handlePattern.test(handle) && !isReservedHandle(handle);
}

/** Handles for a new person, the best first: their name, their address, and these with numbers until one is free. */
export function handleCandidates({ displayName, email }: { displayName: string; email: string }): HandleCandidate[] {
  const bases = [dotted(displayName), dotted(email.slice(0, email.lastIndexOf('@')))].filter(isUsable);
  const base = bases[0] ?? 'person';
  const numbered = [2, 3, 4, 5].map((number) => `${base}.${number}`);
  const random = Array.from({ length: 4 }, () => `${base}.${randomInt(1000, 1_000_000)}`);
  return [...bases, ...numbered, ...random].map((handle) => ({ handle, key: handleKey(handle) }));
}
