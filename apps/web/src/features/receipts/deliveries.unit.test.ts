import { TRPCClientError } from '@trpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { message, person } from '../../sync/testing/model-channel.ts';
import { sampleMembership } from '../../sync/testing/sample-membership.ts';
import { type Delivered, Deliveries } from './deliveries.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const me = person(1);

function channel(
  id: string,
  seq: number,
  given: Partial<ChannelListItem> & { lastReadSeq?: number } = {},
): ChannelListItem {
  const { lastReadSeq = 0, ...fields } = given;
  return {
    id,
    workspaceId: 'workspace',
    kind: 'DIRECT',
    name: '',
    topic: '',
    description: '',
    isDefault: false,
    memberCount: 2,
    seq,
    createdAt: message(1).createdAt,
    archivedAt: null,
    lastMessage: null,
    lastMessageAt: null,
    people: [me, person(2)],
    membership: sampleMembership({ lastReadSeq }),
    ...fields,
  };
}

function start(viewerId = me.id) {
  const calls: Delivered[][] = [];
  let failure: Error | null = null;
  const deliveries = new Deliveries({
    viewerId,
    tell: async (positions) => {
      calls.push([...positions]);
      if (failure) throw failure;
    },
  });
  const close = deliveries.open();
  return { deliveries, close, calls, fail: (error: Error | null) => (failure = error) };
}

const refusal = (code: string) =>
  TRPCClientError.from({ error: { code: -32_000, message: 'No.', data: { code, reason: code } } });

test('what came in a moment is told once, of conversations of two with unread messages alone', async () => {
  const { deliveries, close, calls } = start();
  deliveries.look([channel('a', 3)]);
  deliveries.look([
    channel('a', 4),
    channel('b', 7, { lastReadSeq: 6 }),
    channel('read', 5, { lastReadSeq: 5 }),
    channel('notes', 5, { people: [me] }),
    channel('group', 5, { kind: 'GROUP' }),
    channel('channel', 5, { kind: 'PUBLIC' }),
  ]);
  await vi.advanceTimersByTimeAsync(900);
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  const told = [
    { channelId: 'a', seq: 4 },
    { channelId: 'b', seq: 7 },
  ];
  expect(calls).toEqual([told]);
  deliveries.look([channel('a', 4), channel('b', 7)]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls).toEqual([told]);
  close();
});

test('what is read before it was told is not told', async () => {
  const { deliveries, close, calls } = start();
  deliveries.look([channel('a', 3)]);
  deliveries.look([channel('a', 3, { lastReadSeq: 3 })]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls).toEqual([]);
  close();
});

test('many are told some at a time, until all are', async () => {
  const { deliveries, close, calls } = start();
  deliveries.look(Array.from({ length: 150 }, (_, index) => channel(`c${index}`, 1)));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls.map((positions) => positions.length)).toEqual([100, 50]);
  close();
});

test('without a network it is told later; what the server refuses is told no more', async () => {
  const { deliveries, close, calls, fail } = start();
  fail(new Error('Failed to fetch'));
  deliveries.look([channel('a', 3)]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls.length).toBeGreaterThan(0);
  fail(null);
  await vi.advanceTimersByTimeAsync(120_000);
  const { length } = calls;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls).toHaveLength(length);
  fail(refusal('NOT_FOUND'));
  deliveries.look([channel('a', 4)]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(calls.slice(length)).toEqual([[{ channelId: 'a', seq: 4 }]]);
  close();
});

test('what another tab told of is not told again', async () => {
  vi.useRealTimers();
  const viewerId = person(9).id;
  const [one, other] = [start(viewerId), start(viewerId)];
  const list = [channel('a', 3, { people: [person(9), me] })];
  one.deliveries.look(list);
  await vi.waitFor(() => expect(one.calls).toHaveLength(1), { timeout: 5_000 });
  const heard = new BroadcastChannel(`parley delivered ${viewerId}`);
  await new Promise<void>((resolve) => {
    heard.onmessage = () => resolve();
    one.deliveries.look([channel('b', 1, { people: [person(9), me] }), ...list]);
  });
  heard.close();
  other.deliveries.look([
    channel('b', 1, { people: [person(9), me] }),
    channel('c', 2, { people: [person(9), me] }),
    ...list,
  ]);
  await vi.waitFor(() => expect(other.calls).toHaveLength(1), { timeout: 5_000 });
  expect(other.calls).toEqual([[{ channelId: 'c', seq: 2 }]]);
  one.close();
  other.close();
});
