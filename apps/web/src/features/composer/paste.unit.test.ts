import { expect, test } from 'vitest';
import { fenced, pasteMeaning } from './paste.ts';

const plain = { text: 'hello', html: '', files: [] };
const field = { text: 'see the plan', start: 4, end: 12 };
const nowhere = { text: 'see the plan', start: 12, end: 12 };
const link = { ...plain, text: 'https://a.test/plan?x=1' };

test('an address over a selection makes a link', () => {
  expect(pasteMeaning(link, field)).toEqual({
    link: { from: 4, to: 12, insert: '[the plan](https://a.test/plan?x=1)', start: 39, end: 39 },
  });
  expect(pasteMeaning(link, nowhere)).toBe('plain');
  expect(pasteMeaning(link, { text: 'https://b.test', start: 0, end: 14 })).toBe('plain');
  expect(pasteMeaning({ ...plain, text: 'javascript:alert(1)' }, field)).toBe('plain');
});

test('formatted text is told from plain text and from pictures', () => {
  expect(pasteMeaning(plain, nowhere)).toBe('plain');
  expect(pasteMeaning({ ...plain, html: '<div><span>hello</span></div>' }, nowhere)).toBe('plain');
  expect(pasteMeaning({ ...plain, html: '<p><strong>hello</strong></p>' }, nowhere)).toBe('rich');
  expect(pasteMeaning({ text: '', html: '<img>', files: [{ type: 'image/png' }] }, nowhere)).toBe('picture');
});

test('a fence is longer than what it holds', () => {
  expect(fenced('a\n')).toBe('```\na\n```\n');
  expect(fenced('````x')).toBe('`````\n````x\n`````\n');
});
