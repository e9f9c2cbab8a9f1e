import { rateLimits } from '@parley/api/trpc/rate-limits';
import { addressGroup } from '@parley/auth/client-address';
import type { Realtime } from '@parley/realtime/realtime';
import type { Client } from '../services.ts';

/** Counts sockets that nobody could be let in by, by network address (IPv6 by /64), over all servers. */
export class FailedUpgrades {
  readonly #realtime: Realtime;

  constructor(realtime: Realtime) {
    this.#realtime = realtime;
  }

  /** Counts one. Null, or the seconds to wait when there were too many. Never rejects. */
  count(client: Client): Promise<number | null> {
    return this.#take(client, 1);
  }

  /** The seconds to wait where there were too many already, else null. Counts nothing. Never rejects. */
  waitOf(client: Client): Promise<number | null> {
    return this.#take(client, 0);
  }

  async #take({ address }: Client, points: number): Promise<number | null> {
    const key = `address:${address === null ? 'unknown' : addressGroup(address)}`;
    const answer = await rateLimits(this.#realtime).consume('upgrade', key, points);
    return answer.ok ? null : answer.retryAfterSeconds;
  }
}
