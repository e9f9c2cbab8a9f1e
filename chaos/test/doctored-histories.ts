import type { Rule } from '../src/check/violation.ts';
import type { Delivery } from '../src/record/history.ts';
import type { SampleHistory } from './sample-history.ts';

/** What somebody doctored, how, and the rules that must catch it. */
export interface Doctored {
  readonly what: string;
  readonly rules: readonly Rule[];
  readonly doctor: (history: SampleHistory) => void;
}

/** The item at an index that surely exists. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}

function swap<T>(items: T[], first: number, second: number): void {
  [items[first], items[second]] = [at(items, second), at(items, first)];
}

/** A number in the stream of the first or the second reader. */
interface Place {
  readonly reader: 0 | 1;
  readonly seq: number;
}

function deliveryAt(history: SampleHistory, { reader, seq }: Place): { deliveries: Delivery[]; index: number } {
  const { deliveries } = history.streams[reader];
  return { deliveries, index: deliveries.findIndex((delivery) => delivery.seq === seq) };
}

/** Changes what came to a reader under a number. */
export function change(history: SampleHistory, where: Place, to: Partial<Delivery>): void {
  const { deliveries, index } = deliveryAt(history, where);
  deliveries[index] = { ...at(deliveries, index), ...to };
}

/** Histories that were broken on purpose, one promise at a time. */
export const doctored: Doctored[] = [
  {
    what: 'an acknowledged message that is nowhere',
    rules: ['LOST', 'NUMBERS', 'PAYLOAD', 'UNREAD'],
    doctor: ({ channels: [channel] }) => channel.stored.splice(5, 1),
  },
  {
    what: 'a message that was never acknowledged',
    rules: ['LOST'],
    doctor: ({ sends }) => {
      at(sends, 3).outcome = null;
    },
  },
  {
    what: 'a message that a reader of the whole history did not get',
    rules: ['LOST'],
    doctor: ({ channels: [channel] }) => channel.read[0].messages.splice(5, 1),
  },
  {
    what: 'a nonce with two messages',
    rules: ['DOUBLED', 'NUMBERS', 'STREAM_WHOLE', 'LOST'],
    doctor: ({ channels: [channel] }) => {
      channel.stored.push({ ...at(channel.stored, 2), id: 'again', seq: 41 });
    },
  },
  {
    what: 'a message that nobody sent',
    rules: ['DOUBLED'],
    doctor: ({ sends }) => sends.splice(4, 1),
  },
  {
    what: 'an acknowledgement of another number than the stored one',
    rules: ['DOUBLED', 'REAL_TIME'],
    doctor: ({ sends }) => {
      const { nonce } = at(sends, -1);
      at(sends, -1).outcome = { kind: 'ok', at: 4_010, id: `id of ${nonce}`, seq: 30 };
    },
  },
  {
    what: 'a number that belongs to nothing',
    rules: ['NUMBERS'],
    doctor: ({ memberships }) => memberships.splice(0, 1),
  },
  {
    what: 'a message numbered before one that was acknowledged when it was sent',
    rules: ['REAL_TIME'],
    doctor: ({ sends }) => {
      const { outcome, ...send } = at(sends, 5);
      sends[5] = { ...send, invokedAt: 1_950, outcome: outcome && { ...outcome, at: 1_960 } };
    },
  },
  {
    what: 'two deliveries that swapped places',
    rules: ['STREAM_ORDER'],
    doctor: ({ streams: [{ deliveries }] }) => swap(deliveries, 7, 8),
  },
  {
    what: 'a delivery that came twice',
    rules: ['STREAM_ORDER'],
    doctor: ({ streams: [{ deliveries }] }) => deliveries.splice(9, 0, at(deliveries, 8)),
  },
  {
    what: 'a delivery that never came',
    rules: ['STREAM_WHOLE', 'HANGING'],
    doctor: ({ streams: [{ deliveries }] }) => deliveries.splice(9, 1),
  },
  {
    what: 'a page of history in the wrong order',
    rules: ['STREAM_ORDER'],
    doctor: ({ polls: [{ messages }] }) => swap(messages, 3, 4),
  },
  {
    what: 'a delivery that says something else than the history',
    rules: ['PAYLOAD'],
    doctor: (history) => {
      const { deliveries, index } = deliveryAt(history, { reader: 0, seq: 8 });
      const { message } = at(deliveries, index);
      change(history, { reader: 0, seq: 8 }, { message: message && { ...message, body: 'something else' } });
    },
  },
  {
    what: 'a message that came after the removal',
    rules: ['REMOVED'],
    doctor: (history) => change(history, { reader: 1, seq: 21 }, { at: 2_120 }),
  },
  {
    what: 'a refused message that is there',
    rules: ['REFUSED'],
    doctor: ({ sends }) => {
      at(sends, 3).outcome = { kind: 'refused', at: 500, code: 'FORBIDDEN' };
    },
  },
  {
    what: 'an unread count that drifted',
    rules: ['UNREAD'],
    doctor: ({ channels: [channel] }) => {
      channel.unread[0].unread += 1;
    },
  },
  {
    what: 'a connected reader who was behind for long',
    rules: ['HANGING'],
    doctor: (history) => change(history, { reader: 0, seq: 40 }, { at: 14_100 }),
  },
  {
    what: 'a page without what was acknowledged before',
    rules: ['OWN_WRITES'],
    doctor: ({ polls: [{ messages }] }) => messages.pop(),
  },
];
