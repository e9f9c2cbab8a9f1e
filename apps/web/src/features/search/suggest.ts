import { isValues } from '@parley/api/search/search-query.input';

export const operators = [
  { name: 'from', hint: 'Written by somebody', example: 'from:@ana' },
  { name: 'in', hint: 'In a channel or with somebody', example: 'in:#general' },
  { name: 'has', hint: 'With a link, a pin or reactions', example: 'has:link' },
  { name: 'is', hint: 'In a thread, unread or saved', example: 'is:unread' },
  { name: 'before', hint: 'Before a day', example: 'before:2026-11-18' },
  { name: 'after', hint: 'After a day', example: 'after:yesterday' },
  { name: 'on', hint: 'On a day, in a month or a year', example: 'on:today' },
] as const;

export type OperatorName = (typeof operators)[number]['name'];

/** What is being typed at the end of the text: the beginning of an operator, or an operator's value. */
export type TypedToken =
  | { readonly kind: 'operator'; readonly typed: string; readonly not: string; readonly start: number }
  | {
      readonly kind: 'value';
      readonly operator: OperatorName;
      readonly typed: string;
      readonly not: string;
      readonly start: number;
    };

/** Something to complete the query with: `source` takes the place of what is being typed. */
export interface Suggestion {
  readonly source: string;
  readonly label: string;
  readonly note: string;
  readonly person?: { readonly id: string; readonly name: string; readonly avatarUrl: string | null };
}

const token = /(?:^|\s)(-?)([a-z]+)(?::["“„]?([^\s]*))?$/iu;

/** The token at the end of a text, or null where nothing is to be completed. */
export function tokenAtEnd(text: string): TypedToken | null {
  const found = token.exec(text);
  if (!found) return null;
  const [whole, not = '', word = '', value] = found;
  const start = found.index + (whole.length - whole.trimStart().length);
  const name = word.toLowerCase();
  if (value === undefined) return name.length > 1 ? { kind: 'operator', typed: name, not, start } : null;
  const operator = operators.find((each) => each.name === name);
  return operator ? { kind: 'value', operator: operator.name, typed: value.replace(/^[@#]/, ''), not, start } : null;
}

const unfinished = new RegExp(`(?:^|\\s)-?(?:${operators.map(({ name }) => name).join('|')}):[@#"“„]?$`, 'i');

/** What to search for while somebody types: without an operator at the end that has no value yet. */
export function askedOf(typed: string): string {
  return typed.replace(unfinished, '').trim();
}

/** Operators that begin as typed. */
export function suggestOperators({ typed, not }: { typed: string; not: string }): Suggestion[] {
  return operators
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, hint }) => ({ source: `${not}${name}:`, label: `${not}${name}:`, note: hint }));
}

const values: Partial<Record<OperatorName, readonly (readonly [value: string, note: string])[]>> = {
  has: [
    ['link', 'Messages with a link'],
    ['pin', 'Pinned messages'],
    ['reaction', 'Messages with reactions'],
  ],
  is: isValues.map((value) => [
    value,
    { thread: 'In a thread', saved: 'Saved for later', unread: 'Not read yet' }[value],
  ]),
};

const DAY = 24 * 60 * 60_000;

/** Days that one often means, before `today` (as `2026-11-18`). */
function daysBefore(today: string): (readonly [string, string])[] {
  const ago = (days: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
  return [
    ['today', ''],
    ['yesterday', ''],
    [ago(7), 'A week ago'],
    [ago(30), '30 days ago'],
    [today.slice(0, 7), 'This month'],
    [today.slice(0, 4), 'This year'],
  ];
}

/** The values of an operator that has a list of them, as far as they begin as typed. */
export function suggestValues(
  { operator, typed, not }: Extract<TypedToken, { kind: 'value' }>,
  today: string,
): Suggestion[] {
  const isDay = operator === 'before' || operator === 'after' || operator === 'on';
  return (isDay ? daysBefore(today) : (values[operator] ?? []))
    .filter(([value]) => value.startsWith(typed.toLowerCase()))
    .map(([value, note]) => ({ source: `${not}${operator}:${value}`, label: value, note }));
}
