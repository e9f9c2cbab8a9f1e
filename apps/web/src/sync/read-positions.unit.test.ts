import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadPositions } from './read-positions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const calls: string[] = [];
  const moved: number[] = [];
  let fails = false;
  let answered = Promise.resolve();
  const answer =
    (name: string) =>
    async ({ key, seq }: { key: string; seq: number }) => {
      calls.push(`${name} ${seq}`);
      await answered;
      if (fails) throw new Error('Failed to fetch');
      return { channelId: key, lastReadSeq: seq, unread: 0, mentions: 0 };
    };
  const shown: number[] = [];
  const reading = new ReadPositions({
    markRead: answer('read'),
    markUnread: answer('unread'),
    onReading: (_, seq) => shown.push(seq),
    onMoved: ({ lastReadSeq }) => moved.push(lastReadSeq),
  });
  /** Keeps all answers back until what it answers is called. */
  const keepBack = () => {
    let answer = () => {};
    answered = new Promise((resolve) => {
      answer = resolve;
    });
    return () => answer();
  };
  return { reading, calls, shown, moved, keepBack, fail: (on: boolean) => (fails = on) };
}

test('what is read in a moment goes out once, as the highest number, and never back', async () => {
  const { reading, calls, shown } = start();
  for (const seq of [3, 5, 4, 5]) reading.markRead('c', seq);
  expect(shown).toEqual([3, 5]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls).toEqual(['read 5']);
  expect(reading.ahead('c')).toBeUndefined();
});

test('without a network it is said later', async () => {
  const { reading, calls, fail } = start();
  fail(true);
  reading.markRead('c', 7);
  await vi.advanceTimersByTimeAsync(500);
  expect(reading.ahead('c')).toBe(7);
  fail(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls.at(-1)).toBe('read 7');
  expect(reading.ahead('c')).toBeUndefined();
});

test('after marking as unread, seeing counts for nothing until the channel was left', async () => {
  const { reading, calls } = start();
  reading.markRead('c', 7);
  await reading.markUnread('c', 4);
  reading.markRead('c', 8);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls).toEqual(['unread 4']);
  reading.release('c');
  reading.markRead('c', 8);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls).toEqual(['unread 4', 'read 8']);
});

test('a mark as unread comes after what was read before, though the answer is late', async () => {
  const { reading, calls, moved, keepBack } = start();
  const answer = keepBack();
  reading.markRead('c', 7);
  await vi.advanceTimersByTimeAsync(300);
  const marked = reading.markUnread('c', 4);
  const elsewhere = reading.markUnread('d', 2);
  await vi.advanceTimersByTimeAsync(300);
  expect(calls).toEqual(['read 7', 'unread 2']);
  answer();
  await Promise.all([marked, elsewhere]);
  expect(calls).toEqual(['read 7', 'unread 2', 'unread 4']);
  expect(moved.at(-1)).toBe(4);
});

test('what is read while an earlier one fails is said all the same', async () => {
  const { reading, calls, keepBack, fail } = start();
  const answer = keepBack();
  reading.markRead('c', 7);
  await vi.advanceTimersByTimeAsync(300);
  reading.markRead('c', 8);
  fail(true);
  answer();
  await vi.advanceTimersByTimeAsync(100);
  fail(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls.at(-1)).toBe('read 8');
  expect(reading.ahead('c')).toBeUndefined();
});

const step = fc.record({
  /** How many messages came since, all of which are seen. */
  came: fc.nat(3),
  /** How long after that the reader waits, in ms. */
  waits: fc.nat(1_200),
  /** From where it is then marked as unread, in steps back; null for not at all. */
  unreadFrom: fc.option(fc.nat(8), { nil: null }),
});
const call = fc.record({ before: fc.nat(900), after: fc.nat(900), fails: fc.nat(4).map((n) => n === 0) });

test('the server stands where the reader left it, however long each answer takes', async () => {
  const steps = fc.array(step, { maxLength: 8 });
  const calls = fc.infiniteStream(call);
  await fc.assert(fc.asyncProperty(steps, calls, leavesTheServerRight), { numRuns: 150 });
});

async function leavesTheServerRight(
  steps: ReadonlyArray<typeof step extends fc.Arbitrary<infer Step> ? Step : never>,
  calls: Iterator<typeof call extends fc.Arbitrary<infer Call> ? Call : never>,
): Promise<void> {
  let [stands, meant, newest] = [0, 0, 10];
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const asked = (move: (seq: number) => void) => async (place: { seq: number }) => {
    const { before, after, fails } = calls.next().value;
    await wait(before);
    if (fails) throw new Error('Failed to fetch');
    move(place.seq);
    await wait(after);
    return stands;
  };
  const reading = new ReadPositions<number>({
    markRead: asked((seq) => {
      stands = Math.max(stands, seq);
    }),
    markUnread: asked((seq) => {
      stands = seq - 1;
    }),
    onReading: () => undefined,
    onMoved: () => undefined,
  });
  for (const { came, waits, unreadFrom } of steps) {
    newest += came;
    reading.release('c');
    reading.markRead('c', newest);
    meant = newest;
    await vi.advanceTimersByTimeAsync(waits);
    if (unreadFrom === null) continue;
    const seq = newest - unreadFrom;
    const marked = reading.markUnread('c', seq).then(
      () => seq - 1,
      () => newest,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    meant = await marked;
  }
  await vi.advanceTimersByTimeAsync(600_000);
  expect(stands).toBe(meant);
}
