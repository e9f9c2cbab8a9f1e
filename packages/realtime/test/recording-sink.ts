import type { EncodedEvent } from '../src/encoded-event.ts';
import type { EventSink } from '../src/event-stream.ts';

/** Keeps what is written to it, and can be full. */
export class RecordingSink implements EventSink {
  readonly events: EncodedEvent[] = [];
  /** Called with each event as it is written. */
  onWrite: (event: EncodedEvent) => void = () => undefined;
  #full: Promise<void> | null = null;
  #release: () => void = () => undefined;

  get seqs(): number[] {
    return this.events.map((event) => event.seq);
  }

  write(event: EncodedEvent): void {
    this.events.push(event);
    this.onWrite(event);
  }

  ready(): Promise<void> | null {
    return this.#full;
  }

  /** Takes no more from now on. */
  block(): void {
    this.#full ??= new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** Takes more again. */
  unblock(): void {
    this.#full = null;
    this.#release();
  }
}
