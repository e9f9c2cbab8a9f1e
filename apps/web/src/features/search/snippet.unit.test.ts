import { describe, expect, it } from 'vitest';
import { snippetOf } from './snippet.ts';

const person = '019aa5b2-6f0e-7cc3-98c4-dc0c0c07398f';

/** A snippet in one line: marks in brackets. */
function line(body: string, ...marked: string[]): string {
  const highlights = marked.map((word) => ({ start: body.indexOf(word), end: body.indexOf(word) + word.length }));
  return snippetOf(body, highlights)
    .map((piece) => {
      if (piece.type === 'cut') return '…';
      if (piece.type !== 'text') return `<${piece.type}>`;
      return piece.marked ? `[${piece.text}]` : piece.text;
    })
    .join('');
}

describe('a snippet', () => {
  it('marks what was found, and leaves out the marks of Markdown', () => {
    expect(line('## Notes\nthe **release** is `done`', 'release', 'done')).toBe('Notes the [release] is [done]');
    expect(line('So:\n```ts\nconst tea = 1;\n```', 'tea')).toBe('So: const [tea] = 1; ');
  });

  it('names people and does not mark inside of them', () => {
    expect(line(`<@${person}> tea <!here>`, 'tea')).toBe('<person> [tea] @here');
    expect(snippetOf(`<@${person}>`, [{ start: 3, end: 6 }])).toEqual([{ type: 'person', at: 0, id: person }]);
  });

  it('is text, whatever it looks like', () => {
    expect(line('<img src=x onerror=alert(1)> tea', 'tea')).toBe('<img src=x onerror=alert(1)> [tea]');
  });

  it('begins shortly before the first mark of a long text, and says that it was cut', () => {
    const text = line(`${'word '.repeat(200)}needle ${'word '.repeat(200)}`, 'needle');
    expect(text.startsWith('…word')).toBe(true);
    expect(text).toContain('[needle]');
    expect(text.length).toBeLessThan(260);
    expect(text.endsWith('…')).toBe(true);
  });
});
