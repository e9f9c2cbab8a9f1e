import type { SocketLimits } from '../limits.ts';

type HeartLimits = Pick<SocketLimits, 'firstMessageMs' | 'pingMs' | 'pongMs'>;

export type Diagnosis = 'well' | 'silent' | 'dead' | 'ping';

/** Whether there is still somebody at the other end. Times are milliseconds of `performance.now()`. */
export class Heart {
  readonly #limits: HeartLimits;
  readonly #since: number;
  #spoken = false;
  #heardAt: number;
  #nextPingAt: number;
  #pingedAt = 0;

  constructor(limits: HeartLimits, now: number) {
    this.#limits = limits;
    this.#since = now;
    this.#heardAt = now;
    // Sockets that were opened together are not pinged together.
    this.#nextPingAt = now + limits.pingMs * Math.random();
  }

  /** A message came. */
  hearMessage(now: number): void {
    this.#spoken = true;
    this.#heardAt = now;
  }

  /** A sign of life came. */
  hearPong(now: number): void {
    this.#heardAt = now;
  }

  /** What to do now. `known`: the other end has signed in. `flowing`: nothing waits before a ping. */
  check(now: number, { known, flowing }: { known: boolean; flowing: boolean }): Diagnosis {
    if (!(known && this.#spoken) && now - this.#since >= this.#limits.firstMessageMs) return 'silent';
    const awaitsPong = this.#pingedAt > this.#heardAt;
    if (!flowing) {
      // The ping stands behind what waits: its time begins when that is gone.
      if (awaitsPong) this.#pingedAt = now;
      return 'well';
    }
    if (awaitsPong) return now - this.#pingedAt >= this.#limits.pongMs ? 'dead' : 'well';
    if (now < this.#nextPingAt) return 'well';
    this.#pingedAt = now;
    this.#nextPingAt = now + this.#limits.pingMs;
    return 'ping';
  }
}
