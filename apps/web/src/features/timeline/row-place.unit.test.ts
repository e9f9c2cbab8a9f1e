import { describe, expect, test } from 'vitest';
import { message, person } from '../../sync/testing/model-channel.ts';
import { rowPlace } from './row-place.ts';

const rules = { timeZone: 'UTC', dividerSeq: null };
const first = message(1, { createdAt: '2026-11-18T12:00:00.000Z' });
const after = (fields: Parameters<typeof message>[1]) =>
  message(2, { createdAt: '2026-11-18T12:04:59.000Z', ...fields });

describe('a message goes on in the group of the one above', () => {
  test('by the same author within five minutes', () => {
    expect(rowPlace(first, after({}), rules)).toEqual({
      newDay: false,
      firstUnread: false,
      firstReply: false,
      continues: true,
    });
  });
  test.each([
    ['of another author', after({ author: person(2) })],
    ['after more than five minutes', after({ createdAt: '2026-11-18T12:05:01.000Z' })],
    ['when it was deleted', after({ deletedAt: '2026-11-18T13:00:00.000Z' })],
    ['when it is from the system', after({ kind: 'SYSTEM' })],
  ])('but not %s', (_, second) => {
    expect(rowPlace(first, second, rules).continues).toBe(false);
  });
  test.each([
    ['was deleted', { ...first, deletedAt: '2026-11-18T13:00:00.000Z' }],
    ['is from the system', { ...first, kind: 'SYSTEM' } as const],
  ])('but not when that one %s', (_, before) => {
    expect(rowPlace(before, after({}), rules).continues).toBe(false);
  });
});

test('another day in the viewer’s zone parts the group', () => {
  const before = message(1, { createdAt: '2026-11-18T22:59:00.000Z' });
  const second = message(2, { createdAt: '2026-11-18T23:01:00.000Z' });
  expect(rowPlace(before, second, { ...rules, timeZone: 'Europe/Berlin' })).toMatchObject({
    newDay: true,
    continues: false,
  });
  expect(rowPlace(before, second, rules)).toMatchObject({ newDay: false, continues: true });
  expect(rowPlace(undefined, second, rules).newDay).toBe(true);
});

test('the divider stands above the first unread message only, though that number may be gone', () => {
  const divided = { ...rules, dividerSeq: 2 };
  expect(rowPlace(first, after({}), divided)).toMatchObject({ firstUnread: true, continues: false });
  expect(rowPlace(after({}), message(3), divided).firstUnread).toBe(false);
  expect(rowPlace(first, message(4, { createdAt: first.createdAt }), divided).firstUnread).toBe(true);
  expect(rowPlace(undefined, first, divided).firstUnread).toBe(false);
});

test('a thread that began today does not say so, and its first reply stands apart', () => {
  const thread = { ...rules, thread: { parentId: first.id, today: '2026-11-18' } };
  expect(rowPlace(undefined, first, thread).newDay).toBe(false);
  expect(rowPlace(undefined, first, { ...thread, thread: { ...thread.thread, today: '2026-11-19' } }).newDay).toBe(
    true,
  );
  expect(rowPlace(first, after({}), thread)).toMatchObject({ firstReply: true, continues: false });
  expect(rowPlace(after({}), message(3, { createdAt: first.createdAt }), thread)).toMatchObject({
    firstReply: false,
    continues: true,
  });
});
