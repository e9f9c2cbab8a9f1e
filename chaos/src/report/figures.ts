import { latenesses } from '../check/staleness.ts';
import type { Fault, History, Stream } from '../record/history.ts';

/** What a run's history says in numbers. Times are milliseconds. */
export interface Figures {
  readonly acknowledged: number;
  /** Messages whose first attempt left open whether they were sent. */
  readonly retried: number;
  readonly deliveries: number;
  readonly pages: number;
  /** From the wish to send to the acknowledgement, retries included. */
  readonly sending: number[];
  /** From acknowledgement to delivery, for readers who were connected all the while. */
  readonly staleness: number[];
  /** The same, of messages that were acknowledged while Redis was away or within 5 s after. */
  readonly stalenessWithoutRedis: number[];
  /** From the loss of a subscription to its resumption. */
  readonly outages: number[];
  /** From a removal to the end of the removed reader's stream. */
  readonly detachments: number[];
}

const REDIS_AFTERMATH_MS = 5_000;

/** Reads the figures out of a history. */
export function figuresOf(history: History): Figures {
  const late = latenesses(history);
  const redisAway = history.faults.filter(({ kind }) => kind === 'Redis restarted');
  const sent = history.sends.flatMap(({ invokedAt, outcome }) =>
    outcome?.kind === 'ok' ? [outcome.at - invokedAt] : [],
  );
  return {
    acknowledged: sent.length,
    retried: history.sends.filter(({ attempts }) => attempts > 1).length,
    deliveries: history.streams.reduce((sum, { deliveries }) => sum + deliveries.length, 0),
    pages: history.polls.length,
    sending: sent,
    staleness: late.map(({ ms }) => ms),
    stalenessWithoutRedis: late
      .filter(({ acknowledgedAt }) => redisAway.some((fault) => isDuring(fault, acknowledgedAt)))
      .map(({ ms }) => ms),
    outages: history.streams.flatMap(outagesOf),
    detachments: detachmentsOf(history),
  };
}

function isDuring({ from, to }: Fault, at: number): boolean {
  return at >= from && at <= (to ?? Number.POSITIVE_INFINITY) + REDIS_AFTERMATH_MS;
}

/** Times without a subscription, but for those in which the reader was no member. */
function outagesOf({ spans, ends }: Stream): number[] {
  return spans.slice(1).flatMap(({ from }, index) => {
    const lostAt = spans[index]?.to;
    if (lostAt === null || lostAt === undefined) return [];
    return ends.some((end) => end >= lostAt && end < from) ? [] : [from - lostAt];
  });
}

function detachmentsOf({ memberships, streams }: History): number[] {
  return memberships.flatMap(({ kind, userId, channelId, invokedAt, doneAt }) => {
    if (kind !== 'removed') return [];
    const stream = streams.find((known) => known.readerId === userId && known.channelId === channelId);
    const end = stream?.ends.find((at) => at >= invokedAt);
    return end === undefined ? [] : [Math.max(0, end - doneAt)];
  });
}
