import type { AppRouter } from '@parley/api/root';
import { createTRPCClient, createWSClient, type TRPCClient, type TRPCWebSocketClient, wsLink } from '@trpc/client';
import { WebSocket } from 'undici';
import type { Delivery, Stream } from '../record/history.ts';
import { seenMessage } from '../record/seen-message.ts';
import { refusalOf } from './api.ts';
import type { Person } from './person.ts';

type ChannelChange = Parameters<
  Parameters<TRPCClient<AppRouter>['message']['onChange']['subscribe']>[1]['onData'] & {}
>[0];

const RECONNECT_MS = { first: 100, longest: 1_000 };
const REOPEN_MS = 200;

export interface ReaderOptions {
  readonly person: Person;
  /** Addresses of the socket servers: each new connection goes to the next one. */
  readonly sockets: readonly string[];
  /** The server to begin with. */
  readonly first: number;
}

/** Keeps channels open with tRPC's own client, as it is: it connects again by itself, and resumes from the last event. */
export class Reader {
  readonly person: Person;
  readonly streams: Stream[] = [];
  readonly #socket: TRPCWebSocketClient;
  readonly #client: TRPCClient<AppRouter>;
  #connections: number;
  #closed = false;

  constructor({ person, sockets, first }: ReaderOptions) {
    this.person = person;
    this.#connections = first;
    class OwnSocket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { authorization: `Bearer ${person.token}` } });
      }
    }
    this.#socket = createWSClient({
      url: () => sockets[this.#connections++ % sockets.length] ?? '',
      WebSocket: OwnSocket,
      retryDelayMs: (attempt) => Math.min(RECONNECT_MS.longest, RECONNECT_MS.first * 2 ** attempt) * Math.random(),
      keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 2_000 },
      onClose: () => this.#endSpans(),
    });
    this.#client = createTRPCClient<AppRouter>({ links: [wsLink({ client: this.#socket })] });
  }

  /** Reads a channel from after `startSeq` on. Resolves when it is open. */
  read(channelId: string, startSeq: number): Promise<void> {
    const stream: Stream = { readerId: this.person.userId, channelId, startSeq, deliveries: [], spans: [], ends: [] };
    this.streams.push(stream);
    return this.#open(stream);
  }

  /** The number up to which a stream has come. */
  static lastSeq({ deliveries, startSeq }: Stream): number {
    return deliveries.at(-1)?.seq ?? startSeq;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#socket.close();
  }

  #open(stream: Stream): Promise<void> {
    return new Promise((resolve) => {
      this.#client.message.onChange.subscribe(
        { channelId: stream.channelId, lastEventId: String(Reader.lastSeq(stream)) },
        {
          onStarted: () => {
            stream.spans.push({ from: performance.now(), to: null });
            resolve();
          },
          onData: (change) => void stream.deliveries.push(deliveryOf(change)),
          onError: (error) => this.#onError(stream, error),
        },
      );
    });
  }

  /** Goes on from where it was, also after NOT_FOUND: whoever was removed may be let in again. */
  #onError(stream: Stream, error: unknown): void {
    const wasOpen = endSpan(stream);
    if (wasOpen && refusalOf(error) === 'NOT_FOUND') stream.ends.push(performance.now());
    if (!this.#closed) setTimeout(() => void this.#open(stream), REOPEN_MS);
  }

  #endSpans(): void {
    for (const stream of this.streams) endSpan(stream);
  }
}

/** Whether there was an open one. */
function endSpan({ spans }: Stream): boolean {
  const last = spans.at(-1);
  if (!last || last.to !== null) return false;
  last.to = performance.now();
  return true;
}

function deliveryOf({ id, data }: ChannelChange): Delivery {
  const at = performance.now();
  const seq = Number(id);
  if (data.type !== 'message') return { at, seq, message: null };
  return { at, seq, message: seenMessage(data.message) };
}
