import type { ChaosOptions } from './chaos-options.ts';
import type { SeededRandom } from './seeded-random.ts';

export type PlannedFault =
  | {
      readonly kind: 'ws-server killed' | 'web killed';
      readonly which: 0 | 1;
      readonly after: number;
      readonly downMs: number;
    }
  | { readonly kind: 'Redis restarted'; readonly after: number; readonly downMs: number };

/** Somebody is taken out of a channel, and let in again when so many more messages were acknowledged. */
export interface PlannedRemoval {
  readonly reader: number;
  readonly channel: number;
  readonly after: number;
  readonly messagesAway: number;
}

/** The middle part of a run, in which things break. */
const [FIRST, LAST] = [0.05, 0.92];

/** What breaks after how many acknowledged messages, spread over the run, in an order of chance. */
export function planFaults(options: ChaosOptions, random: SeededRandom): PlannedFault[] {
  const kinds = random.shuffle([
    ...Array.from({ length: options.wsKills }, () => 'ws-server killed' as const),
    ...Array.from({ length: options.webKills }, () => 'web killed' as const),
    ...Array.from({ length: options.redisRestarts }, () => 'Redis restarted' as const),
  ]);
  return kinds.map((kind, index) => {
    const share = FIRST + ((index + random.next()) / kinds.length) * (LAST - FIRST);
    const after = Math.round(share * options.messages);
    const downMs = random.between(100, 1_500);
    return kind === 'Redis restarted'
      ? { kind, after, downMs }
      : { kind, which: random.pick([0, 1] as const), after, downMs };
  });
}

/** Who is removed when. No two removals are of the same reader, so that each has a stream to be cut off. */
export function planRemovals(options: ChaosOptions, random: SeededRandom): PlannedRemoval[] {
  const readers = random.shuffle(Array.from({ length: options.readers }, (_, reader) => reader));
  return readers.slice(0, Math.min(options.removals, options.readers - 2)).map((reader) => ({
    reader,
    channel: random.between(0, 1),
    after: Math.round((FIRST + random.next() * (LAST - FIRST - 0.1)) * options.messages),
    messagesAway: random.between(1, Math.ceil(options.messages / 20)),
  }));
}
