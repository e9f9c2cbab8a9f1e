import type { Fault, MembershipChange, Poll, Send, Stream } from './history.ts';

/** Gathers what happens in a run. */
export class Recorder {
  readonly sends: Send[] = [];
  readonly streams: Stream[] = [];
  readonly memberships: MembershipChange[] = [];
  readonly polls: Poll[] = [];
  readonly faults: Fault[] = [];
  #settled = 0;
  readonly #waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();

  /** The outcome of one more message is known. */
  countSettled(): void {
    this.#settled += 1;
    for (const waiting of this.#waiting) {
      if (waiting.count > this.#settled) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }

  /** Resolves when so many messages have been acknowledged, refused or given up. */
  whenSettled(count: number): Promise<void> {
    if (this.#settled >= count) return Promise.resolve();
    return new Promise((resolve) => void this.#waiting.add({ count, resolve }));
  }
}
