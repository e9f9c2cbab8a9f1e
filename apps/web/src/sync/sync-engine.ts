import type { InboxEvent, Message } from '@parley/realtime/events';
import type { QueryClient } from '@tanstack/react-query';
import type { LiveConnection } from '../trpc/live-connection.ts';
import type { Api } from '../trpc/trpc.ts';
import type { NumberedEvent } from './apply-event.ts';
import { ChannelCommands } from './channel-commands.ts';
import { ChannelFeeds } from './channel-feeds.ts';
import { afterActivity, readUpTo, withReadPosition } from './channel-list.ts';
import type { ChannelLog } from './channel-log.ts';
import { channelLogKey, setChannelLogDefaults } from './channel-log-query.ts';
import { ChannelLogs } from './channel-logs.ts';
import { type CrossTab, exclusively, openCrossTab } from './cross-tab.ts';
import { type DeviceDatabase, openDeviceDatabase, type StoredDraft } from './device-database.ts';
import { Drafts } from './drafts.ts';
import { Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';
import { People } from './people.ts';
import { ReadPositions } from './read-positions.ts';
import { databaseSendStore, lateSendStore, memorySendStore } from './send-store.ts';
import { WorkspaceChannels } from './workspace-channels.ts';

export interface SyncEngineOptions {
  viewerId: string;
  workspaceId: string;
  api: Api;
  queryClient: QueryClient;
  /** Null while a page is rendered on the server. */
  connection: LiveConnection | null;
}

type TabWord = { type: 'outbox'; sent: Message | null } | { type: 'draft'; draft: StoredDraft };

/** A channel that moved on by more than this is read anew, not change by change. */
const FAR_BEHIND = 1_000;

/** Puts the parts of this browser's copy together. Does nothing until it is started; once stopped, it is done for. */
export class SyncEngine {
  readonly logs: ChannelLogs;
  readonly channels: WorkspaceChannels;
  readonly feeds: ChannelFeeds;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly people: People;
  readonly commands = new ChannelCommands();
  readonly reading: ReadPositions;
  readonly #options: SyncEngineOptions;
  readonly #inbox: Inbox;
  readonly #inboxListeners = new Set<(event: InboxEvent) => void>();
  readonly #goneListeners = new Set<(channelId: string) => void>();
  readonly #stop = new AbortController();
  #database: Promise<DeviceDatabase | null> | null = null;
  #tabs: CrossTab<TabWord> | null = null;
  #started = false;

  constructor(options: SyncEngineOptions) {
    const { api, queryClient, viewerId, workspaceId } = options;
    this.#options = options;
    setChannelLogDefaults(queryClient);
    this.people = new People((id) => api.user.get.query({ id }));
    this.logs = new ChannelLogs({ api, queryClient, onPeople: (people) => this.people.remember(people) });
    this.reading = new ReadPositions({
      markRead: (place) => api.channel.markRead.mutate(place),
      markUnread: (place) => api.channel.markUnread.mutate(place),
      onReading: (channelId, seq) => this.channels.update(channelId, (channel) => readUpTo(channel, seq)),
      onMoved: (position) => this.channels.update(position.channelId, (channel) => withReadPosition(channel, position)),
    });
    this.channels = new WorkspaceChannels({
      api,
      queryClient,
      workspaceId,
      viewerId,
      readAhead: (channelId) => this.reading.ahead(channelId),
    });
    this.feeds = new ChannelFeeds({
      api,
      log: (channelId) => this.log(channelId),
      restart: (channelId) => this.logs.restart(channelId),
      apply: (channelId, events) => this.#apply(channelId, events),
      isScarce: () => options.connection?.isScarce === true,
      onGone: (channelId) => this.#onGone(channelId),
    });
    this.outbox = new Outbox({
      store: lateSendStore(async () => {
        const database = await this.#openDatabase();
        return database ? databaseSendStore(database) : memorySendStore();
      }),
      send: ({ channelId, body, nonce }, signal) => api.message.send.mutate({ channelId, body, nonce }, { signal }),
      onSent: (message) => this.logs.upsert(message),
      exclusive: (name, work) => exclusively(`${viewerId} ${name}`, work),
      announce: (sent) => this.#tabs?.tell({ type: 'outbox', sent }),
    });
    this.drafts = new Drafts({
      database: () => this.#openDatabase(),
      announce: (draft) => this.#tabs?.tell({ type: 'draft', draft }),
    });
    this.#inbox = new Inbox({
      api,
      workspaceId,
      onEvent: (event) => this.#onInbox(event),
    });
  }

  /** Opens the inbox, goes on sending what waits, and speaks with the other tabs. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#tabs = openCrossTab(`parley ${this.#options.viewerId}`, (word) => this.#onTab(word));
    void this.drafts.load();
    void this.outbox.start();
    this.#inbox.open();
    this.#listen();
  }

  stop(): void {
    this.drafts.flush();
    this.reading.flush();
    this.#stop.abort();
    this.outbox.stop();
    this.feeds.close();
    this.channels.stop();
    this.#inbox.close();
    this.#tabs?.close();
    void this.#database?.then((database) => database?.close());
  }

  /** Puts a message in line and shows it. Its text goes out as it is. */
  send(channelId: string, body: string): void {
    this.outbox.send({ channelId, body });
    this.commands.emit(channelId, { type: 'sent' });
  }

  /** A channel's log, read first if it is not known. Rejects with the server's error. */
  async log(channelId: string): Promise<ChannelLog> {
    const log = await this.#options.queryClient.query({
      queryKey: channelLogKey(channelId),
      queryFn: () => this.logs.load(channelId),
      staleTime: 'static',
    });
    const head = this.channels.read(channelId)?.seq ?? 0;
    return head - log.seq > FAR_BEHIND ? this.logs.restart(channelId) : log;
  }

  /** Calls `listener` with each event of the inbox. */
  onInbox(listener: (event: InboxEvent) => void): () => void {
    this.#inboxListeners.add(listener);
    return () => this.#inboxListeners.delete(listener);
  }

  /** Calls `listener` when the viewer turned out to be no member of a channel that is open. */
  onGone(listener: (channelId: string) => void): () => void {
    this.#goneListeners.add(listener);
    return () => this.#goneListeners.delete(listener);
  }

  #openDatabase(): Promise<DeviceDatabase | null> {
    this.#database ??= openDeviceDatabase(this.#options.viewerId).catch(() => null);
    return this.#database;
  }

  #listen(): void {
    const { signal } = this.#stop;
    const off = this.#options.connection?.subscribe(() => {
      if (this.#options.connection?.status === 'open') this.outbox.wake();
      if (this.#options.connection?.closed) this.#leave();
    });
    signal.addEventListener('abort', () => off?.());
    window.addEventListener('online', () => this.outbox.wake(), { signal });
    window.addEventListener('pagehide', () => this.#leave(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#leave(), { signal });
  }

  #leave(): void {
    this.drafts.flush();
    this.reading.flush();
  }

  #apply(channelId: string, events: readonly NumberedEvent[]): void {
    this.logs.apply(channelId, events);
    this.channels.apply(channelId, events);
    for (const { event } of events) {
      if (event.type === 'member') this.people.remember([event.member.user]);
      if (event.type !== 'message') continue;
      this.people.remember([event.message.author]);
      if (event.message.author.id === this.#options.viewerId) this.outbox.settle(event.message);
    }
  }

  #onGone(channelId: string): void {
    for (const listener of this.#goneListeners) listener(channelId);
    void this.channels.refreshOne(channelId);
  }

  #onTab(word: TabWord): void {
    if (word.type === 'draft') this.drafts.heard(word.draft);
    else void this.outbox.heard(word.sent);
  }

  #onInbox(event: InboxEvent): void {
    if (event.type === 'personChanged') this.people.remember([event.user]);
    else if (event.type === 'signedOut') this.#options.connection?.signOut();
    else this.#onInboxOfChannels(event);
    for (const listener of this.#inboxListeners) listener(event);
  }

  #onInboxOfChannels(event: Exclude<InboxEvent, { type: 'personChanged' | 'signedOut' }>): void {
    switch (event.type) {
      case 'ready':
        void this.channels.refresh().catch(() => undefined);
        break;
      case 'channelActivity':
        this.channels.update(event.channelId, (channel) => afterActivity(channel, event));
        break;
      case 'readElsewhere':
        this.channels.update(event.channelId, (channel) => withReadPosition(channel, event));
        break;
      case 'channelAdded':
      case 'channelChanged':
        void this.channels.refreshOne(event.channelId);
        break;
      case 'channelRemoved':
        this.channels.remove(event.channelId);
        this.feeds.drop(event.channelId);
        this.#onGone(event.channelId);
        break;
      case 'draftChanged':
      case 'notification':
      case 'threadActivity':
        break;
    }
  }
}
