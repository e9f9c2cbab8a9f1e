import type { SocketLimits } from '../limits.ts';

/** `call`: a query, a mutation, or a message that nobody understands. `start`: a subscription. `sign`: a ping, or the end of one. */
export type MessageKind = 'call' | 'start' | 'sign';

type BudgetLimits = Pick<SocketLimits, 'messages' | 'freeStarts' | 'freeSigns' | 'windowMs'>;

/** Counts one socket's messages. Each entry of a batch counts, so batching does not help. */
export class MessageBudget {
  readonly #limits: BudgetLimits;
  #windowEnds = 0;
  #calls = 0;
  #starts = 0;
  #signs = 0;

  constructor(limits: BudgetLimits) {
    this.#limits = limits;
  }

  /** Counts a message at `now`, in milliseconds of any steady clock. False when it is one too many. */
  take(kind: MessageKind, now: number): boolean {
    if (now >= this.#windowEnds) this.#startWindow(now);
    if (kind === 'call') this.#calls += 1;
    else if (kind === 'start') this.#starts += 1;
    else this.#signs += 1;
    const { freeStarts, freeSigns, messages } = this.#limits;
    const counted = this.#calls + Math.max(0, this.#starts - freeStarts) + Math.max(0, this.#signs - freeSigns);
    return counted <= messages;
  }

  #startWindow(now: number): void {
    this.#windowEnds = now + this.#limits.windowMs;
    this.#calls = 0;
    this.#starts = 0;
    this.#signs = 0;
  }
}
