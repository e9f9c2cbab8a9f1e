import type { FieldEdit, FieldText } from './text-formats.ts';

/** A text that is pasted and has more characters than this is offered another form. */
export const LONG_PASTE = 4_000;

const address = /^https?:\/\/[^\s<>]+$/;
/** Marks that say more than the text alone. What editors of code give has none of them. */
const formatted = /<(?:a|b|strong|em|i|s|del|ul|ol|pre|code|blockquote|h[1-6]|table)[\s>]/i;

export interface Pasted {
  readonly text: string;
  readonly html: string;
  readonly files: readonly Pick<File, 'type'>[];
}

/** What is to be done with something that was pasted. `plain` leaves it to the browser. */
export type PasteMeaning = 'plain' | 'rich' | 'picture' | { readonly link: FieldEdit };

/** What a paste over the selection means. */
export function pasteMeaning({ text, html, files }: Pasted, field: FieldText): PasteMeaning {
  if (text === '' && files.length > 0) return 'picture';
  const trimmed = text.trim();
  const selected = field.text.slice(field.start, field.end);
  if (address.test(trimmed) && selected.trim() !== '' && !address.test(selected.trim()) && !selected.includes('\n')) {
    const insert = `[${selected}](${trimmed})`;
    const end = field.start + insert.length;
    return { link: { from: field.start, to: field.end, insert, start: end, end } };
  }
  return text !== '' && formatted.test(html) ? 'rich' : 'plain';
}

/** A text as a block of code, with a fence that is longer than any within. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}
