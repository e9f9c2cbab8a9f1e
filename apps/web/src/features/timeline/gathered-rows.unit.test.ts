import type { Message } from '@parley/realtime/shapes';
import { expect, test } from 'vitest';
import { LIVE } from '../../sync/channel-log.ts';
import { seqListOf } from '../../sync/seq-list.ts';
import { message, person } from '../../sync/testing/model-channel.ts';
import { foldedAt, gatheredAt } from './gathered-rows.ts';
import { RowLayout } from './row-layout.ts';
import type { PlaceRules } from './row-place.ts';
import { timelineRows } from './timeline-rows.ts';

const blocked = person(9);

function layoutOf(items: readonly Message[], given: Partial<PlaceRules> = {}): RowLayout {
  const layout = new RowLayout();
  const span = { from: 0, through: LIVE, items: seqListOf(items), olderCursor: null, newerCursor: null };
  const isFolded = ({ kind, author }: Message) => kind === 'USER' && author.id === blocked.id;
  layout.sync(timelineRows(span, [], person(1)), { timeZone: 'UTC', dividerSeq: null, isFolded, ...given });
  return layout;
}

/** What each row is: how many messages it folds away, 0 for one that another speaks for, null for one that is shown. */
const foldsIn = (layout: RowLayout) =>
  Array.from({ length: layout.rows.count }, (_, index) =>
    gatheredAt(layout, index) === 'spokenFor' ? 0 : (foldedAt(layout, index)?.length ?? null),
  );

const by = (authors: string) =>
  [...authors].map((author, index) => message(index + 1, author === 'b' ? { author: blocked } : { author: person(2) }));

test('messages that are folded away and follow each other are one line, the last; one alone is one too', () => {
  expect(foldsIn(layoutOf(by('abbab')))).toEqual([null, 0, 2, null, 1]);
  expect(foldsIn(layoutOf(by('bbb')))).toEqual([0, 0, 3]);
  expect(foldsIn(layoutOf(by('abba'), { isFolded: undefined }))).toEqual([null, null, null, null]);
});

test('the first unread message, the first reply and another day begin another line', () => {
  expect(foldsIn(layoutOf(by('abbb'), { dividerSeq: 3 }))).toEqual([null, 1, 0, 2]);
  const items = by('bbb');
  expect(foldsIn(layoutOf(items, { thread: { parentId: items[0]?.id ?? '', today: '2026-11-21' } }))).toEqual([
    1, 0, 2,
  ]);
  const next = message(4, { author: blocked, createdAt: '2026-01-02T10:00:00.000Z' });
  expect(foldsIn(layoutOf([...items, next]))).toEqual([0, 0, 3, 1]);
});

test('what is shown of them is not counted', () => {
  const isFolded = ({ seq }: Message) => seq > 2;
  expect(foldsIn(layoutOf(by('bbbb'), { isFolded }))).toEqual([null, null, 0, 2]);
});

test('the same messages are the same array, so that no row is drawn anew', () => {
  const layout = layoutOf(by('abb'));
  expect(foldedAt(layout, 2)).toBe(foldedAt(layout, 2));
  expect(foldedAt(layout, 0)).toBeNull();
});
