import { expect, test } from 'vitest';
import { message } from './testing/model-channel.ts';
import { itemWith, type ThreadInboxItem } from './threads.ts';

const parent = message(1);
const reply = (seq: number, fields = {}) => message(seq, { parentId: parent.id, ...fields });
const item: ThreadInboxItem = {
  parent,
  latest: [reply(4), reply(6)],
  place: { parentId: parent.id, following: true, lastReadSeq: 4, unread: 1 },
};

test('an entry of the list shows its messages as they are now', () => {
  const changed = { ...parent, changeSeq: 9, body: 'changed' };
  expect(itemWith(item, changed).parent).toBe(changed);
  expect(itemWith(item, reply(8)).latest.map(({ seq }) => seq)).toEqual([4, 6, 8]);
  expect(itemWith(item, reply(6, { changeSeq: 9, body: 'edited' })).latest[1]?.body).toBe('edited');
  expect(itemWith(item, reply(4, { changeSeq: 9, deletedAt: '2026-01-01T00:00:00.000Z' })).latest).toHaveLength(1);
});

test('what is older, known or of another thread changes nothing', () => {
  expect(itemWith(item, parent)).toBe(item);
  expect(itemWith(item, reply(6))).toBe(item);
  expect(itemWith(item, reply(5))).toBe(item);
  expect(itemWith(item, message(9, { parentId: 'another' }))).toBe(item);
  expect(itemWith(item, message(9))).toBe(item);
});
