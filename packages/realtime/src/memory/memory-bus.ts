import type { Bus, Subscription } from '../bus.ts';
import type { ReportError } from '../report-error.ts';

/** Hints that may wait for the end of one turn of the event loop. */
const MAX_WAITING = 100_000;

type Listener = (payload: string) => void;

/** A bus for one process. Hints published in one turn of the event loop are handed out together after it. */
export function createMemoryBus(reportError: ReportError): Bus {
  return new MemoryBus(reportError);
}

class MemoryBus implements Bus {
  readonly #reportError: ReportError;
  readonly #topics = new Map<string, Set<Listener>>();
  readonly #interruptionListeners = new Set<() => void>();
  #waiting: { topic: string; payload: string }[] = [];
  #interrupted = false;
  #closed = false;

  constructor(reportError: ReportError) {
    this.#reportError = reportError;
  }

  publish(topic: string, payload: string): void {
    if (this.#closed || !this.#topics.has(topic)) return;
    if (this.#waiting.length >= MAX_WAITING) {
      this.#interrupted = true;
      return;
    }
    this.#waiting.push({ topic, payload });
    if (this.#waiting.length === 1) setImmediate(() => this.#deliver());
  }

  subscribe(topic: string, listener: Listener): Subscription {
    // An own function for each subscription, so that one listener may subscribe twice.
    const entry: Listener = (payload) => listener(payload);
    const listeners = this.#topics.get(topic) ?? new Set();
    listeners.add(entry);
    this.#topics.set(topic, listeners);
    return {
      ready: Promise.resolve(),
      close: () => {
        listeners.delete(entry);
        if (listeners.size === 0 && this.#topics.get(topic) === listeners) this.#topics.delete(topic);
      },
    };
  }

  onInterruption(listener: () => void): () => void {
    const entry = () => listener();
    this.#interruptionListeners.add(entry);
    return () => void this.#interruptionListeners.delete(entry);
  }

  healthy(): boolean {
    return !this.#closed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#topics.clear();
    this.#interruptionListeners.clear();
    this.#waiting = [];
  }

  #deliver(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    for (const { topic, payload } of batch) {
      for (const listener of this.#topics.get(topic) ?? []) this.#guard(() => listener(payload));
    }
    if (!this.#interrupted) return;
    this.#interrupted = false;
    for (const listener of this.#interruptionListeners) this.#guard(listener);
  }

  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#reportError(error, 'a listener of the bus');
    }
  }
}
