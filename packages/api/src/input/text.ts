import { z } from 'zod';

const loneSurrogate = /\p{Surrogate}/u;
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** Joiners and variations that emoji and several scripts are built with; every other invisible character is refused. */
const building = /\u200c|\u200d|\ufe0e|\ufe0f/gu;

function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/**
 * Free text that is stored and returned unchanged: no NUL, no unpaired surrogate, bounded in code points.
 * The UTF-16 bound comes first, so that an enormous value is refused before it is walked.
 */
export function text(bounds: { min?: number; max: number }) {
  const min = bounds.min ?? 0;
  return z
    .string()
    .max(bounds.max * 2, `At most ${bounds.max} characters.`)
    .refine((value) => !value.includes('\0'), 'Remove the NUL character.')
    .refine((value) => !loneSurrogate.test(value), 'This is not valid Unicode text.')
    .refine((value) => codePoints(value) <= bounds.max, `At most ${bounds.max} characters.`)
    .refine(
      (value) => min === 0 || value.trim().length >= min,
      min === 1 ? 'This cannot be empty.' : `At least ${min} characters.`,
    );
}

/** A name of one line: text without control, invisible or direction-changing characters, outer space removed. */
export function nameText(bounds: { min: number; max: number }) {
  return text(bounds)
    .refine((value) => !invisible.test(value.replace(building, '')), 'Remove invisible or control characters.')
    .refine((value) => value === '' || value.replace(building, '').trim() !== '', 'This cannot be empty.')
    .transform((value) => value.trim().normalize('NFC'));
}

/** Nothing else has a longer capital: a long text costs little. */
const smallBeyondAscii = /(?![a-z])\p{Ll}/gu;

/** Unicode's full case folding: what lower case leaves apart, as ß and ss, or the two small sigmas, becomes one. */
function foldCase(value: string): string {
  return value.toLowerCase().replace(smallBeyondAscii, (character) => {
    const upper = character.toUpperCase();
    if (upper.length > character.length) return upper.toLowerCase();
    return character === 'ς' ? 'σ' : character;
  });
}

/** What two names must not share to be told apart: NFKC, case folded, without invisible characters and outer space. */
export function foldName(value: string): string {
  const visible = value.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  return foldCase(visible).normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
