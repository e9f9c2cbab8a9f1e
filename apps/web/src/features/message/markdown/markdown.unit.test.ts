import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from './ast.ts';
import { parseMarkdown } from './parse-markdown.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function inlineHtml(nodes: readonly Inline[]): string {
  const tags = { strong: 'strong', emphasis: 'em', strike: 's', spoiler: 'spoiler' } as const;
  return nodes
    .map((node) => {
      if (node.type === 'text') return escaped(node.text);
      if (node.type === 'code') return `<code>${escaped(node.text)}</code>`;
      if (node.type === 'formula') return `<formula>${escaped(node.text)}</formula>`;
      if (node.type === 'emoji') return `<emoji ${node.text}>`;
      if (node.type === 'break') return '<br>\n';
      if (node.type === 'link') return `<a href="${escaped(node.href)}">${inlineHtml(node.children)}</a>`;
      if (node.type === 'person' || node.type === 'channel') return `<${node.type} ${node.id}>`;
      if (node.type === 'everyone') return `<everyone ${node.name}>`;
      return `<${tags[node.type]}>${inlineHtml(node.children)}</${tags[node.type]}>`;
    })
    .join('');
}

function html(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') return `<p>${inlineHtml(block.children)}</p>`;
      if (block.type === 'heading') return `<h${block.level}>${inlineHtml(block.children)}</h${block.level}>`;
      if (block.type === 'code') return `<pre ${block.language}>${escaped(block.text)}</pre>`;
      if (block.type === 'quote') return `<blockquote>${html(block.children)}</blockquote>`;
      if (block.type === 'rule') return '<hr>';
      if (block.type === 'table') {
        const row = (cells: Inline[][]) => `<tr>${cells.map((cell) => `<td>${inlineHtml(cell)}</td>`).join('')}</tr>`;
        return `<table ${block.align.join()}>${row(block.head)}${block.rows.map(row).join('')}</table>`;
      }
      const tag = block.start === null ? 'ul' : `ol ${block.start}`;
      const items = block.items.map((item) => `<li ${item.checked ?? ''}>${html(item.children)}</li>`).join('');
      return `<${tag}>${items}</${tag}>`;
    })
    .join('');
}

const show = (text: string) => html(parseMarkdown(text));

describe('what people write', () => {
  const id = '0198a000-0000-7000-8000-000000000001';
  test.each([
    ['plain', 'Hello', '<p>Hello</p>'],
    ['a line break', 'one\ntwo', '<p>one<br>\ntwo</p>'],
    ['styles', '**a** *b* _c_ ~~d~~ `e`', '<p><strong>a</strong> <em>b</em> <em>c</em> <s>d</s> <code>e</code></p>'],
    [
      'nested styles',
      '***both*** **a *b* c**',
      '<p><em><strong>both</strong></em> <strong>a <em>b</em> c</strong></p>',
    ],
    ['no style within words', 'snake_case_name and 2*3*4', '<p>snake_case_name and 2<em>3</em>4</p>'],
    ['an escape', '\\*not\\* \\a', '<p>*not* \\a</p>'],
    ['code keeps its marks', '`a **b** <@x>` ``a`b``', '<p><code>a **b** &lt;@x&gt;</code> <code>a`b</code></p>'],
    ['a person', `hi <@${id}>!`, `<p>hi <person ${id}>!</p>`],
    [
      'a channel and everyone',
      `<#${id}> <!channel> <!here>`,
      `<p><channel ${id}> <everyone channel> <everyone here></p>`,
    ],
    ['no such mention', '<@nobody> <!all>', '<p>&lt;@nobody&gt; &lt;!all&gt;</p>'],
    ['HTML is text', '<b onclick="x">hi</b>', '<p>&lt;b onclick=&quot;x&quot;&gt;hi&lt;/b&gt;</p>'],
    ['a link', '[a *b*](https://x.org/y_z)', '<p><a href="https://x.org/y_z">a <em>b</em></a></p>'],
    ['a link with title and brackets', '[a](https://x.org/(b) "t")', '<p><a href="https://x.org/(b)">a</a></p>'],
    ['a link that must not be', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    [
      'a hidden link that must not be',
      '[a](<java\tscript:x>) <data:text/html,x>',
      '<p>[a](&lt;java    script:x&gt;) &lt;data:text/html,x&gt;</p>',
    ],
    ['a relative link', '[a](/b) [c](//evil.example)', '<p>[a](/b) [c](//evil.example)</p>'],
    [
      'a bare address',
      'see https://x.org/a_b_c?d=1, ok',
      '<p>see <a href="https://x.org/a_b_c?d=1">https://x.org/a_b_c?d=1</a>, ok</p>',
    ],
    [
      'addresses in brackets and at the start',
      'www.x.org (https://x.org/a(b))',
      '<p><a href="http://www.x.org/">www.x.org</a> (<a href="https://x.org/a(b)">https://x.org/a(b)</a>)</p>',
    ],
    ['a mail address', 'to a.b@x.org.', '<p>to <a href="mailto:a.b@x.org">a.b@x.org</a>.</p>'],
    ['a pointed address', '<https://x.org>', '<p><a href="https://x.org/">https://x.org</a></p>'],
    [
      'code block',
      '```TS title\nlet a = `b`;\n\n<x>\n```\nafter',
      '<pre ts>let a = `b`;\n\n&lt;x&gt;</pre><p>after</p>',
    ],
    ['an open code block', '~~~\na\n```', '<pre >a\n```</pre>'],
    [
      'a quote ends with its lines',
      '> a\n> > b\nc',
      '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote><p>c</p>',
    ],
    ['a heading, and no heading', '# A\n#b', '<h1>A</h1><p>#b</p>'],
    ['dashes under a line are no heading', 'a\n---', '<p>a</p><hr>'],
    [
      'a list',
      '- a\n- b\n  - c\n\nd',
      '<ul><li ><p>a</p></li><li ><p>b</p><ul><li ><p>c</p></li></ul></li></ul><p>d</p>',
    ],
    ['a list that is set in', '  - a\n  - b', '<ul><li ><p>a</p></li><li ><p>b</p></li></ul>'],
    ['numbers', '3. a\n4. b\n- c', '<ol 3><li ><p>a</p></li><li ><p>b</p></li></ol 3><ul><li ><p>c</p></li></ul>'],
    ['a year is no list in a sentence', 'It was\n1986. A great year', '<p>It was<br>\n1986. A great year</p>'],
    ['tasks', '- [ ] a\n- [x] b', '<ul><li false><p>a</p></li><li true><p>b</p></li></ul>'],
    [
      'a table',
      'a|b\n-|:-:\n1|`x`\\|\n\nafter',
      '<table ,center><tr><td>a</td><td>b</td></tr><tr><td>1</td><td><code>x</code>|</td></tr></table><p>after</p>',
    ],
    ['one wave strikes too', '~a~ b~c~ ~~d~ ~/e and ~/f', '<p><s>a</s> b<s>c</s> ~~d~ ~/e and ~/f</p>'],
    ['a spoiler', 'x ||**a** b|| y', '<p>x <spoiler><strong>a</strong> b</spoiler> y</p>'],
    ['no spoiler in code', 'a || b || c, a||b||c, ||', '<p>a || b || c, a||b||c, ||</p>'],
    [
      'an address in a spoiler',
      '||https://x.org||',
      '<p><spoiler><a href="https://x.org/">https://x.org</a></spoiler></p>',
    ],
    ['a formula', 'so $$a_1 * b\nc * d$$!', '<p>so <formula>a_1 * b\nc * d</formula>!</p>'],
    ['a formula of many lines', 'so\n$$\n- a\n* b\n$$\nc', '<p>so</p><p><formula>- a\n* b</formula></p><p>c</p>'],
    ['an open formula', '$$\na', '<p>$$<br>\na</p>'],
    ['no formula', '$5 and $$ and $$$$ $$', '<p>$5 and <formula>and</formula>$$ $$</p>'],
    ['prices', '$5 or $$5', '<p>$5 or $$5</p>'],
    ['a mail address that is pointed out', '<a.b@x.org>', '<p><a href="mailto:a.b@x.org">a.b@x.org</a></p>'],
    [
      'a title in brackets',
      '[a](https://x.org "say \\"b\\"") [c](https://x.org (d))',
      '<p><a href="https://x.org/">a</a> <a href="https://x.org/">c</a></p>',
    ],
    ['code that is set in', '  ```\n  a\n    b\n  ```', '<pre >a\n  b</pre>'],
    [
      'code in an item, with blank lines',
      '- ~~~ js `x`\n  a\n\n\n  b\n  ~~~\n- c',
      '<ul><li ><pre js>a\n\n\nb</pre></li><li ><p>c</p></li></ul>',
    ],
    ['no table', 'a | b\nc', '<p>a | b<br>\nc</p>'],
  ])('%s', (_, text, expected) => {
    expect(show(text)).toBe(expected);
  });
});

test('on styles, code and links it agrees with a full implementation of CommonMark', () => {
  const reference = new MarkdownIt({ breaks: true }).disable([
    'entity',
    'lheading',
    'image',
    'autolink',
    'html_inline',
  ]);
  const part = fc.constantFrom(
    'a',
    'b ',
    ' ',
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '``',
    '.',
    '(',
    ')',
    'é',
    '[a](http://x/)',
    '\\*',
    '~~',
    '\n',
  );
  const line = fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => `x${parts.join('')}`);
  fc.assert(
    fc.property(line, (text) => {
      fc.pre(!/\n\s*(\n|[`~]{3}|[-*+_] ?|$)/.test(text) && !/~{3}/.test(text));
      const expected = reference.render(text).trim().replaceAll(/ +\n/g, '\n');
      expect(show(text)).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});

describe('40,000 hostile characters', () => {
  const long = (text: string) => text.repeat(Math.ceil(40_000 / text.length)).slice(0, 40_000);
  const hostile = [
    '[',
    '![',
    '*a ',
    '**a*',
    '_a__',
    '> ',
    '> > > a\n',
    '- ',
    '1. ',
    '<',
    '<a ',
    '[a](',
    '[a](<b',
    '|',
    'a|b\n-|-\n',
    'http://',
    'www.a.',
    'a@a.',
    'a.a-a_a',
    '~~a',
    '&a',
    '\\[',
    '<!--',
    '*_**__',
    '```\n',
    '[a](b(c',
    '*',
    '`',
    ' ',
    '\n ',
    '[]()',
    '*a*',
    '[a](http://x) ',
    '<@',
    '- a\n  ',
    '  - a\n',
    '||a',
    '||a|| ',
    '~a~~',
    '$$',
    '$$a',
    '$$\n',
    'a\n$$\n$$\n',
    '$a$$$',
    '- a\n\n\n',
    '<a@',
    ':',
    ':a',
    ':a: ',
    ' :a_',
    '::a:',
  ];
  const cases: [string, string][] = [
    ...hostile.map((text): [string, string] => [text, long(text)]),
    [
      'backticks of every length',
      Array.from({ length: 280 }, (_, n) => '`'.repeat(n))
        .join('a')
        .slice(0, 40_000),
    ],
    [
      'ever deeper lists',
      Array.from({ length: 280 }, (_, n) => `${' '.repeat(n)}- a`)
        .join('\n')
        .slice(0, 40_000),
    ],
    ['open and close', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
    ['brackets', `${'['.repeat(20_000)}a${']'.repeat(20_000)}`],
    ['quotes of lists', long('> - > - > - a\n')],
  ];
  const cost = (text: string) => {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now();
      parseMarkdown(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  // Eight times the text may cost about eight times the time; what grows with the square costs 64 times.
  test.each(cases)('%j', (_, text) => {
    const whole = cost(text);
    expect(whole < 50 || whole < 30 * cost(text.slice(0, 5_000))).toBe(true);
  });
});

test('no text breaks it, and none of its letters is lost', () => {
  const letters = (nodes: readonly Inline[]): string =>
    nodes.map((node) => ('children' in node ? letters(node.children) : 'text' in node ? node.text : '')).join('');
  const all = (blocks: readonly Block[]): string =>
    blocks
      .map((block) => {
        if (block.type === 'code') return block.text;
        if (block.type === 'quote') return all(block.children);
        if (block.type === 'list') return block.items.map((item) => all(item.children)).join('');
        if (block.type === 'table') return [block.head, ...block.rows].flat().map(letters).join('');
        return block.type === 'rule' ? '' : letters(block.children);
      })
      .join('');
  const piece = fc.constantFrom(...'*_`~[]()<>#-+|\\\n\n  !'.split(''), 'é', '日', '> ', '- ', '\n```\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const kept = all(parseMarkdown(text));
      const count = (from: string) => [...from].filter((char) => char === 'é' || char === '日').length;
      expect(count(kept)).toBe(count(text));
    }),
    { numRuns: 2_000 },
  );
});
