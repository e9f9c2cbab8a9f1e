import { EncodedEvent } from '@parley/realtime/encoded-event';
import { EVENT_STREAM, type EventStream } from '@parley/realtime/event-stream';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';

const t = initTRPC.context<object>().create({ isDev: false });

interface Reading {
  /** Without end, as fast as they are taken. */
  readonly endless?: string | undefined;
  /** The number of the last that the reader has. */
  readonly lastEventId?: string | undefined;
}

/** Numbered events that tests tell themselves, to all who are subscribed, and afterwards to who comes back. */
export class EventSource {
  readonly #told: EncodedEvent[] = [];
  readonly #readers = new Set<(event: EncodedEvent) => void>();

  get readers(): number {
    return this.#readers.size;
  }

  tell(seq: number, text: string): void {
    const event = new EncodedEvent(seq, JSON.stringify({ text }));
    this.#told.push(event);
    for (const read of this.#readers) read(event);
  }

  /** A stream of what was told since `lastEventId`, of what is told from now on, and of `endless` events. */
  stream({ endless, lastEventId }: Reading): EventStream<unknown> {
    const readers = this.#readers;
    const missed = lastEventId === undefined ? [] : this.#told.filter(({ seq }) => seq > Number(lastEventId));
    return {
      [EVENT_STREAM]: true,
      async pipe(sink, signal) {
        const read = (event: EncodedEvent) => sink.write(event);
        for (const event of missed) read(event);
        readers.add(read);
        for (let seq = 1; endless !== undefined && !signal.aborted; seq += 1) {
          sink.write(new EncodedEvent(seq, JSON.stringify({ text: endless })));
          await (sink.ready() ?? new Promise((resolve) => setImmediate(resolve)));
        }
        if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
        readers.delete(read);
      },
      [Symbol.asyncIterator]() {
        throw new Error('Over a socket it is piped.');
      },
    };
  }
}

/** A router that serves an event source. */
export function eventRouter(source: EventSource) {
  return t.router({
    echo: t.procedure.input(z.unknown()).query(({ input }) => ({ input: input ?? null })),
    slow: t.procedure.mutation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return 'done';
    }),
    events: t.procedure
      .input(z.object({ endless: z.string().optional(), lastEventId: z.string().optional() }).optional())
      .output(z.custom<AsyncIterable<unknown>>())
      .subscription(({ input }) => source.stream(input ?? {})),
  });
}
