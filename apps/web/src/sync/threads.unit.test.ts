import { createTRPCClient } from '@trpc/client';
import { expect, test } from 'vitest';
import { makeQueryClient } from '../trpc/query-client.ts';
import { message } from './testing/model-channel.ts';
import { itemWith, type ThreadInboxItem, Threads } from './threads.ts';

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

function threads(ahead?: number): Threads {
  return new Threads({
    api: createTRPCClient({ links: [] }),
    queryClient: makeQueryClient(),
    workspaceId: 'w',
    onRefused: () => undefined,
    readAhead: () => ahead,
  });
}

test('a place that was marked as unread elsewhere is taken from a list that is read anew', () => {
  const kept = threads();
  kept.take({ ...item.place, lastReadSeq: 6, unread: 0 });
  expect(kept.beginReading()(item)).toEqual(item.place);
  expect(kept.place(parent.id)).toEqual(item.place);
});

test('a place that moved while the list was on its way stays where it moved', () => {
  const kept = threads();
  kept.take({ ...item.place, lastReadSeq: 6, unread: 0 });
  const takePlace = kept.beginReading();
  const told = { ...item.place, lastReadSeq: 0, unread: 2 };
  kept.moved({
    type: 'threadActivity',
    channelId: parent.channelId,
    parentId: parent.id,
    seq: 6,
    lastReadSeq: 0,
    unread: 2,
  });
  expect(takePlace(item)).toEqual(told);
  expect(kept.place(parent.id)).toEqual(told);
  kept.stop();
});

test('what this device has read, and the server does not know yet, is not unread again', () => {
  const kept = threads(6);
  expect(kept.beginReading()(item)).toEqual({ ...item.place, lastReadSeq: 6, unread: 0 });
});
