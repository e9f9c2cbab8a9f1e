import type { Product } from '../stage/start-servers.ts';

/** How big a run is. Rates are per second over all writers. */
export interface ChaosOptions {
  readonly seed: number;
  readonly messages: number;
  readonly rate: number;
  readonly writers: number;
  readonly readers: number;
  readonly channels: number;
  readonly wsKills: number;
  readonly webKills: number;
  readonly redisRestarts: number;
  /** How often a reader is taken out of a channel and let in again. */
  readonly removals: number;
  readonly product: Product;
  /** An empty, migrated database. */
  readonly databaseUrl: string;
  /** Told what happens, line by line. */
  readonly say: (line: string) => void;
}

type Size = Omit<ChaosOptions, 'seed' | 'product' | 'databaseUrl' | 'say'>;

/** What the README promises. */
export const FULL_SIZE: Size = {
  messages: 10_000,
  rate: 160,
  writers: 20,
  readers: 20,
  channels: 4,
  wsKills: 5,
  webKills: 1,
  redisRestarts: 1,
  removals: 12,
};

/** What fits into a test. */
export const SMALL_SIZE: Size = {
  messages: 1_000,
  rate: 80,
  writers: 20,
  readers: 8,
  channels: 2,
  wsKills: 2,
  webKills: 0,
  redisRestarts: 1,
  removals: 4,
};
