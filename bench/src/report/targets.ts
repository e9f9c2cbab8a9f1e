import type { FanOutFigures } from '../fan-out/bench-fan-out.ts';
import type { ReadFigures } from '../reads/bench-reads.ts';
import type { SendFigure } from '../sends/bench-sends.ts';

/** A promise about speed, what was measured, and whether it holds. */
export interface Target {
  readonly promise: string;
  readonly measured: string;
  readonly holds: boolean;
}

const SUBSCRIBERS = 1_000;
const LEAST_TIMES = { 'Socket.IO': 2, tRPC: 8 };
const MOST_BYTES = 40_000;
const MOST_P99_MS = 100;
const MOST_SEARCH_MS = 100;
const MOST_LIST_MS = 30;
/** One page costs what another does, but for chance. */
const MOST_DEPTH_RATIO = 1.5;
const LEAST_RATIOS = [0.8, 0.9, 1.5, 5];

/** Holds what fan-out was measured to what is promised. */
export function judgeFanOut({ all, parley }: FanOutFigures): Target[] {
  const at = all.filter(({ subscribers }) => subscribers === SUBSCRIBERS);
  const [own] = at;
  const sent = parley.find(({ subscribers }) => subscribers === SUBSCRIBERS)?.sent;
  const times = Object.entries(LEAST_TIMES).map(([name, least]): Target => {
    const ratio = at.find((figure) => figure.name.startsWith(name))?.parleyTimes ?? Number.NaN;
    return {
      promise: `deliveries to ${SUBSCRIBERS} at least ${least} times ${name}'s`,
      measured: `${ratio.toFixed(1)} times`,
      holds: ratio >= least,
    };
  });
  const bytes = own?.bytesPerSocket ?? Number.NaN;
  const p99 = sent?.p99 ?? Number.NaN;
  return [
    ...times,
    {
      promise: `at most ${MOST_BYTES / 1_000} kB for an idle socket with its inbox and a channel`,
      measured: `${(bytes / 1_000).toFixed(1)} kB`,
      holds: bytes <= MOST_BYTES,
    },
    {
      promise: `20 messages/s sent to ${SUBSCRIBERS} arrive within ${MOST_P99_MS} ms (p99)`,
      measured: `${p99.toFixed(0)} ms`,
      holds: p99 < MOST_P99_MS,
    },
  ];
}

/** Holds what sends were measured to what is promised. */
export function judgeSends(sends: readonly SendFigure[]): Target[] {
  return sends.map(({ label, ratio }, index) => {
    const least = LEAST_RATIOS[index] ?? Number.NaN;
    return {
      promise: `durable sends by ${label} at least ${least} times one bare statement's`,
      measured: `${ratio.toFixed(2)} times`,
      holds: ratio >= least,
    };
  });
}

/** Holds what reading was measured to what is promised. */
export function judgeReads({ searches, channels, firstPage, deepPage }: ReadFigures): Target[] {
  const slowest = searches.toSorted((one, other) => other.p95 - one.p95)[0];
  const p95 = slowest?.p95 ?? Number.NaN;
  const depth = deepPage.p50 / firstPage.p50;
  return [
    {
      promise: `${searches.length} kinds of search among a million messages within ${MOST_SEARCH_MS} ms (p95)`,
      measured: `${p95.toFixed(0)} ms (${slowest?.label})`,
      holds: p95 < MOST_SEARCH_MS,
    },
    {
      promise: `the list of somebody in 500 channels within ${MOST_LIST_MS} ms`,
      measured: `${channels.p50.toFixed(1)} ms`,
      holds: channels.p50 < MOST_LIST_MS,
    },
    {
      promise: `page 10,000 of 750,000 messages costs what page 1 does`,
      measured: `${depth.toFixed(2)} times`,
      holds: depth < MOST_DEPTH_RATIO,
    },
  ];
}
