import type { Message, User } from '@parley/realtime/shapes';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Api } from '../trpc/trpc.ts';
import { applyEvent, type NumberedEvent } from './apply-event.ts';
import { addPage, type ChannelLog, logOfPage, type MessagePage, type PagePlace, spanAt } from './channel-log.ts';
import { channelLogKey } from './channel-log-query.ts';
import { upsertMessage } from './upsert-message.ts';

/** Where in a channel to look: a message's id, its number, or a moment. */
export type Target = string | number;

const PAGE = 50;
const AROUND = 60;
const TRIES = 3;

export interface ChannelLogsOptions {
  api: Api;
  queryClient: QueryClient;
  /** Told who wrote what was read, before it is shown. */
  onPeople(people: Iterable<User>): void;
}

/** The logs of channels in the query cache: the only place that writes them. */
export class ChannelLogs {
  readonly #api: Api;
  readonly #queryClient: QueryClient;
  readonly #onPeople: ChannelLogsOptions['onPeople'];
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #loading = new Map<string, Promise<void>>();

  constructor({ api, queryClient, onPeople }: ChannelLogsOptions) {
    this.#api = api;
    this.#queryClient = queryClient;
    this.#onPeople = onPeople;
  }

  /** What is known of a channel, or undefined before its first page. */
  read(channelId: string): ChannelLog | undefined {
    return this.#queryClient.getQueryData<ChannelLog>(channelLogKey(channelId));
  }

  /** Reads the newest page and puts it into what is known by then. The query function of a channel's log. */
  async load(channelId: string): Promise<ChannelLog> {
    const page = await this.#newestPage(channelId);
    const known = this.read(channelId);
    const added = known && addPage(known, page, 'anywhere');
    return added === undefined || added === 'stale' ? logOfPage(page) : added;
  }

  /** Forgets what is known and begins again with the newest page: for a channel that moved on too far. */
  async restart(channelId: string): Promise<ChannelLog> {
    const log = logOfPage(await this.#newestPage(channelId));
    this.#write(channelId, log);
    return log;
  }

  /** Puts changes in, in order. */
  apply(channelId: string, events: readonly NumberedEvent[]): void {
    const log = this.read(channelId);
    if (log) this.#write(channelId, events.reduce(applyEvent, log));
  }

  /** Puts in what a call answered. */
  upsert(message: Message): void {
    const log = this.read(message.channelId);
    if (log) this.#write(message.channelId, upsertMessage(log, message));
  }

  /** Loads the page before the span that holds `seq`. Resolves when it is in; at the beginning, at once. */
  loadOlder(channelId: string, seq: number): Promise<void> {
    return this.#once(`${channelId} older ${seq}`, async () => {
      const log = this.read(channelId);
      const span = log && spanAt(log, seq);
      if (!span?.olderCursor) return;
      const cursor = span.olderCursor;
      await this.#addPage(channelId, { before: span.from }, () =>
        this.#api.message.list.query({ channelId, cursor, direction: 'BACKWARD', limit: PAGE }),
      );
    });
  }

  /** Loads the page after the span that holds `seq`. Resolves when it is in; at the live end, at once. */
  loadNewer(channelId: string, seq: number): Promise<void> {
    return this.#once(`${channelId} newer ${seq}`, async () => {
      const log = this.read(channelId);
      const span = log && spanAt(log, seq);
      if (!span?.newerCursor) return;
      const cursor = span.newerCursor;
      await this.#addPage(channelId, { after: span.through }, () =>
        this.#api.message.list.query({ channelId, cursor, direction: 'FORWARD', limit: PAGE }),
      );
    });
  }

  /** Loads the page around a place and answers the number to look at there; rejects for a message that is not here. */
  async loadAround(channelId: string, around: Target): Promise<number> {
    let target = 0;
    await this.#addPage(channelId, 'anywhere', async () => {
      const page = await this.#api.message.list.query({ channelId, around, direction: 'BACKWARD', limit: AROUND });
      target = seqIn(page, around);
      return page;
    });
    return target;
  }

  forget(channelId: string): void {
    this.#queryClient.removeQueries({ queryKey: channelLogKey(channelId) });
    this.#tell(channelId);
  }

  /** Calls `listener` at once when a channel's log changed here, and soon after it was loaded. */
  subscribe(channelId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(channelId) ?? new Set();
    this.#listeners.set(channelId, listeners);
    listeners.add(listener);
    const hash = hashKey(channelLogKey(channelId));
    const offCache = this.#queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryHash === hash) listener();
    });
    return () => {
      offCache();
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(channelId);
    };
  }

  async #newestPage(channelId: string): Promise<MessagePage> {
    const page = await this.#api.message.list.query({ channelId, direction: 'BACKWARD', limit: PAGE });
    this.#onPeople(page.items.map((message) => message.author));
    return page;
  }

  async #addPage(channelId: string, place: PagePlace, read: () => Promise<MessagePage>): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const page = await read();
      this.#onPeople(page.items.map((message) => message.author));
      const log = this.read(channelId);
      if (!log) return;
      const added = addPage(log, page, place);
      if (added === 'stale') continue;
      this.#write(channelId, added);
      return;
    }
    throw new Error('The channel changes faster than its history can be read.');
  }

  #once(key: string, work: () => Promise<void>): Promise<void> {
    const running = this.#loading.get(key);
    if (running) return running;
    const started = work().finally(() => this.#loading.delete(key));
    this.#loading.set(key, started);
    return started;
  }

  #write(channelId: string, log: ChannelLog): void {
    if (this.read(channelId) === log) return;
    this.#queryClient.setQueryData(channelLogKey(channelId), log);
    this.#tell(channelId);
  }

  #tell(channelId: string): void {
    for (const listener of this.#listeners.get(channelId) ?? []) listener();
  }
}

function seqIn(page: MessagePage, around: Target): number {
  if (typeof around === 'number') return around;
  const found = page.items.find((message) => message.id === around);
  if (found) return found.seq;
  const later = page.items.find((message) => message.createdAt >= around);
  return later?.seq ?? page.items.at(-1)?.seq ?? 0;
}
