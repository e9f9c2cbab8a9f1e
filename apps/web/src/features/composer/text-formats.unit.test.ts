import { expect, test } from 'vitest';
import { formatText, type TextFormat } from './text-formats.ts';

/** Applies a format to a text whose selection is written as `[…]`, and answers it in the same way. */
function format(marked: string, name: TextFormat): string {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace('⟦', '').replace('⟧', '');
  const edit = formatText({ text, start, end }, name);
  const after = `${text.slice(0, edit.from)}${edit.insert}${text.slice(edit.to)}`;
  return `${after.slice(0, edit.start)}⟦${after.slice(edit.start, edit.end)}⟧${after.slice(edit.end)}`;
}

test.each<[TextFormat, string, string]>([
  ['bold', 'a ⟦b⟧ c', 'a **⟦b⟧** c'],
  ['bold', 'a **⟦b⟧** c', 'a ⟦b⟧ c'],
  ['bold', 'a ⟦**b**⟧ c', 'a ⟦b⟧ c'],
  ['italic', '⟦⟧', '_⟦⟧_'],
  ['strike', '⟦b⟧', '~~⟦b⟧~~'],
  ['code', 'x ⟦b⟧', 'x `⟦b⟧`'],
  ['code', 'x⟦a\nb⟧', 'x\n```\n⟦a\nb⟧\n```'],
  ['quote', 'a\n⟦b\nc⟧', 'a\n⟦> b\n> c⟧'],
  ['quote', '⟦> b\n> c⟧', '⟦b\nc⟧'],
  ['list', 'one⟦⟧', '- one⟦⟧'],
  ['numbers', '⟦a\nb⟧', '⟦1. a\n2. b⟧'],
  ['numbers', '⟦- a\n- b⟧', '⟦1. a\n2. b⟧'],
  ['link', 'see ⟦this⟧', 'see [this](https://⟦⟧)'],
  ['link', '⟦https://x.org⟧', '[⟦⟧](https://x.org)'],
])('%s: %j', (name, before, after) => expect(format(before, name)).toBe(after));
