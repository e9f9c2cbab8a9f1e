import type { Message, User } from '@parley/realtime/shapes';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { applyEvent, type NumberedEvent } from './apply-event.ts';
import { Arrivals } from './arrivals.ts';
import {
  addPage,
  type ChannelLog,
  liveSpan,
  logOfPage,
  type MessagePage,
  type PagePlace,
  spanAt,
} from './channel-log.ts';
import { channelLogKey } from './channel-log-query.ts';
import type { PageSource, Target } from './page-source.ts';
import { itemsOf } from './seq-list.ts';
import { isShownIn, type Talk, talkOf } from './talk.ts';
import { upsertMessage } from './upsert-message.ts';

const TRIES = 3;
/** So many pages of a thread are read to find a reply in it. */
const FAR = 40;

export interface MessageLogsOptions {
  pages: PageSource;
  queryClient: QueryClient;
  /** A channel's log, read first if need be: what changes in its threads is told there. */
  channelLog(channelId: string): Promise<ChannelLog>;
  /** Told who wrote what was read, before it is shown. */
  onPeople(people: Iterable<User>): void;
}

/** The logs of conversations in the query cache, by `talkKey`: the only place that writes them. */
export class MessageLogs {
  readonly #options: MessageLogsOptions;
  readonly #pages: PageSource;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #loading = new Map<string, Promise<void>>();
  /** The threads that were read, by channel. */
  readonly #threads = new Map<string, Set<string>>();
  /** What calls answered. */
  readonly #answered = new Arrivals<Message>();

  constructor(options: MessageLogsOptions) {
    this.#options = options;
    this.#pages = options.pages;
  }

  /** What is known of a conversation, or undefined before its first page. */
  read(key: string): ChannelLog | undefined {
    return this.#options.queryClient.getQueryData<ChannelLog>(channelLogKey(key));
  }

  /** Reads the newest page and puts it into what is known by then. The query function of a log. */
  async load(key: string): Promise<ChannelLog> {
    const talk = talkOf(key);
    if (talk.parentId !== null) return this.#loadThread(key, talk);
    const { page, log } = await this.#newest(talk);
    const known = this.read(key);
    const added = known && addPage(known, page, 'anywhere');
    return added === undefined || added === 'stale' ? log : added;
  }

  /** Forgets what is known of a channel and begins again with the newest page: for one that moved on too far. */
  async restart(channelId: string): Promise<ChannelLog> {
    const { log } = await this.#newest(talkOf(channelId));
    this.#write(channelId, log);
    for (const key of this.#threads.get(channelId) ?? []) {
      void this.#options.queryClient.invalidateQueries({ queryKey: channelLogKey(key) });
    }
    return log;
  }

  /** Puts a channel's changes in, in order, and in its threads. */
  apply(channelId: string, events: readonly NumberedEvent[]): void {
    for (const key of [channelId, ...(this.#threads.get(channelId) ?? [])]) {
      const log = this.read(key);
      const talk = talkOf(key);
      if (log)
        this.#write(
          key,
          events.reduce((after, event) => applyEvent(after, event, talk), log),
        );
    }
  }

  /** Puts in what a call answered, wherever it is shown. */
  upsert(message: Message): void {
    this.#answered.note(message);
    for (const key of [message.channelId, ...(this.#threads.get(message.channelId) ?? [])]) {
      const log = this.read(key);
      if (log && isShownIn(talkOf(key), message)) this.#write(key, upsertMessage(log, message));
    }
  }

  /** Loads the page before the span that holds `seq`. Resolves when it is in; at the beginning, at once. */
  loadOlder(key: string, seq: number): Promise<void> {
    return this.#once(`${key} older ${seq}`, async () => {
      const log = this.read(key);
      const span = log && spanAt(log, seq);
      if (!span?.olderCursor) return;
      const cursor = span.olderCursor;
      await this.#addPage(key, { before: span.from }, () => this.#pages.older(talkOf(key), cursor));
    });
  }

  /** Loads the page after the span that holds `seq`. Resolves when it is in; at the live end, at once. */
  loadNewer(key: string, seq: number): Promise<void> {
    return this.#once(`${key} newer ${seq}`, async () => {
      const log = this.read(key);
      const span = log && spanAt(log, seq);
      if (!span?.newerCursor) return;
      const cursor = span.newerCursor;
      await this.#addPage(key, { after: span.through }, () => this.#pages.newer(talkOf(key), cursor));
    });
  }

  /** Loads the page around a place and answers the number to look at there; rejects for a message that is not here. */
  async loadAround(key: string, around: Target): Promise<number> {
    const talk = talkOf(key);
    if (talk.parentId !== null) return this.#findInThread(key, around);
    let target: number | null = null;
    await this.#addPage(key, 'anywhere', async () => {
      const page = await this.#pages.around(talk, around);
      target = seqIn(page, around);
      return page;
    });
    if (target === null) throw new Error('That message is not shown here.');
    return target;
  }

  /** Calls `listener` at once when a conversation's log changed here, and soon after it was loaded. */
  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners);
    listeners.add(listener);
    const hash = hashKey(channelLogKey(key));
    const offCache = this.#options.queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryHash === hash) listener();
    });
    return () => {
      offCache();
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }

  /** The newest page, and a log that begins with it and with what was answered while it was read. */
  async #newest(talk: Talk): Promise<{ page: MessagePage; log: ChannelLog }> {
    const { answer: page, arrived } = await this.#answered.during(() => this.#pages.newest(talk));
    this.#notePeople(page);
    const shown = arrived.filter((message) => isShownIn(talk, message));
    return { page, log: shown.reduce(upsertMessage, logOfPage(page)) };
  }

  /** A thread anew, complete from now on: its channel's events, which go on from what is known there, complete it. */
  async #loadThread(key: string, talk: Talk): Promise<ChannelLog> {
    const { channelId } = talk;
    this.#threads.set(channelId, (this.#threads.get(channelId) ?? new Set()).add(key));
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await this.#options.channelLog(channelId);
      const { page, log } = await this.#newest(talk);
      const channel = this.read(channelId);
      if (!channel || page.seq < channel.recentFrom) continue;
      const since = channel.recent.filter((message) => message.changeSeq > page.seq && isShownIn(talk, message));
      return since.reduce(upsertMessage, log);
    }
    throw tooFast();
  }

  async #findInThread(key: string, target: Target): Promise<number> {
    for (let pages = 0; pages < FAR; pages += 1) {
      const log = this.read(key);
      if (!log) break;
      const { from, items, olderCursor } = liveSpan(log);
      if (typeof target === 'number' && (from <= target || olderCursor === null)) return target;
      const found = itemsOf(items).find((message) => message.id === target);
      if (found) return found.seq;
      if (olderCursor === null) break;
      await this.loadOlder(key, from);
    }
    throw new Error('That message is not in this thread.');
  }

  async #addPage(key: string, place: PagePlace, read: () => Promise<MessagePage>): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const page = await read();
      this.#notePeople(page);
      const log = this.read(key);
      if (!log) return;
      const added = addPage(log, page, place);
      if (added === 'stale') continue;
      this.#write(key, added);
      return;
    }
    throw tooFast();
  }

  #notePeople({ items }: MessagePage): void {
    this.#options.onPeople(items.map((message) => message.author));
  }

  #once(key: string, work: () => Promise<void>): Promise<void> {
    const running = this.#loading.get(key);
    if (running) return running;
    const started = work().finally(() => this.#loading.delete(key));
    this.#loading.set(key, started);
    return started;
  }

  #write(key: string, log: ChannelLog): void {
    if (this.read(key) === log) return;
    this.#options.queryClient.setQueryData(channelLogKey(key), log);
    for (const listener of this.#listeners.get(key) ?? []) listener();
  }
}

function tooFast(): Error {
  return new Error('The channel changes faster than its history can be read.');
}

/** The number of what was looked for in a page; null for a message that the page, and so the conversation, has not. */
function seqIn(page: MessagePage, around: Target): number | null {
  if (typeof around === 'number') return around;
  const found = page.items.find((message) => message.id === around);
  if (found) return found.seq;
  if (!around.includes('T')) return null;
  const later = page.items.find((message) => message.createdAt >= around);
  return later?.seq ?? page.items.at(-1)?.seq ?? 0;
}
