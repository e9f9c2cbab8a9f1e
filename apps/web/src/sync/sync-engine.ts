import type { InboxEvent, Message } from '@parley/realtime/events';
import type { QueryClient } from '@tanstack/react-query';
import type { LiveConnection } from '../trpc/live-connection.ts';
import type { Api } from '../trpc/trpc.ts';
import type { NumberedEvent } from './apply-event.ts';
import { Attention } from './attention.ts';
import { ChannelCommands } from './channel-commands.ts';
import { ChannelFeeds } from './channel-feeds.ts';
import { type ReadPosition, readUpTo, withReadPosition } from './channel-list.ts';
import type { ChannelLog } from './channel-log.ts';
import { channelLogKey, setChannelLogDefaults } from './channel-log-query.ts';
import { type CrossTab, openCrossTab } from './cross-tab.ts';
import { type DeviceDatabase, openDeviceDatabase, type StoredDraft } from './device-database.ts';
import { deviceOutbox } from './device-outbox.ts';
import type { DraftSync } from './draft-sync.ts';
import type { Drafts } from './drafts.ts';
import { Inbox } from './inbox.ts';
import { Listeners } from './listeners.ts';
import { MessageLogs } from './message-logs.ts';
import type { Outbox } from './outbox.ts';
import { pageSource } from './page-source.ts';
import { People } from './people.ts';
import { Pins } from './pins.ts';
import { Reacting } from './reacting.ts';
import { readAnew } from './read-anew.ts';
import { ReadPositions } from './read-positions.ts';
import { readingCalls } from './reading-calls.ts';
import { sayRefused } from './say-refused.ts';
import { Sections } from './sections.ts';
import { syncedDrafts } from './synced-drafts.ts';
import { talkOf } from './talk.ts';
import { type ThreadPlace, Threads } from './threads.ts';
import { watchPage } from './watch-page.ts';
import { WorkspaceChannels } from './workspace-channels.ts';

export interface SyncEngineOptions {
  viewerId: string;
  workspaceId: string;
  api: Api;
  queryClient: QueryClient;
  /** Null while a page is rendered on the server. */
  connection: LiveConnection | null;
}

type ChannelNews = Extract<InboxEvent, { type: `channel${string}` | 'readElsewhere' }>;

/** All else that is not handled by name is for those who listen. */
function isChannelNews(event: InboxEvent): event is ChannelNews {
  return event.type.startsWith('channel') || event.type === 'readElsewhere';
}

type TabWord = { type: 'outbox'; sent: Message | null } | { type: 'draft'; draft: StoredDraft };

/** A channel that moved on by more than this is read anew, not change by change. */
const FAR_BEHIND = 1_000;

/** Puts the parts of this browser's copy together. Does nothing until it is started; once stopped, it is done for. */
export class SyncEngine {
  readonly logs: MessageLogs;
  readonly threads: Threads;
  readonly reacting: Reacting;
  readonly pins: Pins;
  readonly channels: WorkspaceChannels;
  readonly feeds: ChannelFeeds;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly draftSync: DraftSync;
  readonly people: People;
  readonly sections: Sections;
  readonly attention = new Attention();
  readonly commands = new ChannelCommands();
  readonly reading: ReadPositions<ReadPosition | ThreadPlace>;
  readonly #options: SyncEngineOptions;
  readonly #inbox: Inbox;
  readonly #inboxListeners = new Listeners<InboxEvent>();
  /** Calls a listener with each event of the inbox. */
  readonly onInbox = this.#inboxListeners.add;
  readonly #goneListeners = new Listeners<string>();
  /** Calls a listener when the viewer turned out to be no member of a channel that is open. */
  readonly onGone = this.#goneListeners.add;
  readonly #stop = new AbortController();
  #database: Promise<DeviceDatabase | null> | null = null;
  #tabs: CrossTab<TabWord> | null = null;
  #started = false;

  constructor(options: SyncEngineOptions) {
    const { api, queryClient, viewerId, workspaceId } = options;
    this.#options = options;
    setChannelLogDefaults(queryClient);
    this.people = new People((id) => api.user.get.query({ id }));
    this.threads = new Threads({
      api,
      queryClient,
      workspaceId,
      onRefused: sayRefused,
      readAhead: (talk) => this.reading.ahead(talk),
    });
    this.logs = new MessageLogs({
      pages: pageSource(api, () => this.threads.beginReading()),
      queryClient,
      channelLog: (channelId) => this.log(channelId),
      onPeople: (people) => this.people.remember(people),
    });
    this.reacting = new Reacting({
      viewerId,
      set: (place, on) => (on ? api.message.react : api.message.unreact).mutate(place),
      onSet: (message) => this.upsert(message),
      onRefused: sayRefused,
    });
    this.pins = new Pins({ api, queryClient, onSet: (message) => this.upsert(message), onRefused: sayRefused });
    this.reading = new ReadPositions({
      ...readingCalls(api),
      onReading: (key, seq) => this.#showRead(key, seq),
      onMoved: (position) => this.#takePosition(position),
    });
    const readAhead = (channelId: string) => this.reading.ahead(channelId);
    this.channels = new WorkspaceChannels({ api, queryClient, workspaceId, viewerId, readAhead });
    this.sections = new Sections({ api, queryClient, workspaceId, onRefused: sayRefused });
    this.feeds = new ChannelFeeds({
      api,
      log: (channelId) => this.log(channelId),
      restart: (channelId) => this.#restart(channelId),
      apply: (channelId, events) => this.#apply(channelId, events),
      isScarce: () => options.connection?.isScarce === true,
      onGone: (channelId) => this.#onGone(channelId),
    });
    this.outbox = deviceOutbox({
      api,
      viewerId,
      database: () => this.#openDatabase(),
      onSent: (message) => this.upsert(message),
      announce: (sent) => this.#tabs?.tell({ type: 'outbox', sent }),
    });
    ({ drafts: this.drafts, draftSync: this.draftSync } = this.#makeDrafts());
    this.#inbox = new Inbox({ api, workspaceId, onEvent: (event) => this.#onInbox(event) });
  }

  /** Opens the inbox, goes on sending what waits, and speaks with the other tabs. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#tabs = openCrossTab(`parley ${this.#options.viewerId}`, (word) => this.#onTab(word));
    void this.drafts.load();
    void this.outbox.start();
    this.#inbox.open();
    const { connection } = this.#options;
    const [onBack, onLeave] = [() => this.outbox.wake(), () => this.#leave()];
    watchPage({ connection, signal: this.#stop.signal, onBack, onLeave });
  }

  stop(): void {
    this.draftSync.stop();
    this.reading.flush();
    this.#stop.abort();
    this.outbox.stop();
    this.feeds.close();
    this.channels.stop();
    this.threads.stop();
    this.#inbox.close();
    this.#tabs?.close();
    void this.#database?.then((database) => database?.close());
  }

  /** Puts a message of a conversation (its `talkKey`) in line and shows it. Its text goes out as it is. */
  send(key: string, body: string, { alsoToChannel = false }: { alsoToChannel?: boolean } = {}): void {
    const { channelId, parentId } = talkOf(key);
    this.outbox.send({ channelId, body, ...(parentId === null ? {} : { parentId, alsoToChannel }) });
    this.commands.emit(key, { type: 'sent' });
  }

  /** Puts in a message that a call answered, wherever it is shown. */
  upsert(message: Message): void {
    this.logs.upsert(message);
    this.threads.upsert(message);
    this.pins.upsert(message);
    if (message.parentId !== null && message.author.id === this.#options.viewerId) {
      this.threads.wroteIn(message.parentId, message.seq);
    }
  }

  /** A channel's log, read first if it is not known. Rejects with the server's error. */
  async log(channelId: string): Promise<ChannelLog> {
    const log = await this.#options.queryClient.query({
      queryKey: channelLogKey(channelId),
      queryFn: () => this.logs.load(channelId),
      staleTime: 'static',
    });
    const head = this.channels.read(channelId)?.seq ?? 0;
    return head - log.seq > FAR_BEHIND ? this.#restart(channelId) : log;
  }

  #makeDrafts() {
    const { api, workspaceId } = this.#options;
    return syncedDrafts({
      api,
      workspaceId,
      database: () => this.#openDatabase(),
      announce: (draft) => this.#tabs?.tell({ type: 'draft', draft }),
      isHere: (channelId) => this.channels.read(channelId) !== undefined,
    });
  }

  #openDatabase(): Promise<DeviceDatabase | null> {
    this.#database ??= openDeviceDatabase(this.#options.viewerId).catch(() => null);
    return this.#database;
  }

  #leave(): void {
    this.draftSync.flush();
    this.reading.flush();
  }

  #restart(channelId: string): Promise<ChannelLog> {
    this.pins.forget(channelId);
    return this.logs.restart(channelId);
  }

  #apply(channelId: string, events: readonly NumberedEvent[]): void {
    this.logs.apply(channelId, events);
    this.channels.apply(channelId, events);
    for (const { event } of events) {
      if (event.type === 'member') this.people.remember([event.member.user]);
      if (event.type !== 'message') continue;
      this.threads.upsert(event.message);
      this.pins.upsert(event.message);
      this.people.remember([event.message.author]);
      if (event.message.author.id === this.#options.viewerId) this.outbox.settle(event.message);
    }
  }

  #showRead(key: string, seq: number): void {
    const { channelId, parentId } = talkOf(key);
    if (parentId === null) this.channels.updateSoon(channelId, (channel) => readUpTo(channel, seq));
    else this.threads.readUpTo(parentId, seq);
  }

  #takePosition(position: ReadPosition | ThreadPlace): void {
    if ('parentId' in position) this.threads.take(position);
    else this.channels.update(position.channelId, (channel) => withReadPosition(channel, position));
  }

  #onGone(channelId: string): void {
    this.#goneListeners.tell(channelId);
    void this.channels.refreshOne(channelId);
  }

  #onTab(word: TabWord): void {
    if (word.type === 'draft') this.drafts.heard(word.draft);
    else void this.outbox.heard(word.sent);
  }

  #onInbox(event: InboxEvent): void {
    readAnew(this.#options.queryClient, event);
    const refreshDrafts = () => this.draftSync.refresh();
    switch (event.type) {
      case 'ready':
        void this.channels.refresh().then(refreshDrafts, () => undefined);
        void this.threads.refresh();
        void this.sections.refresh().catch(() => undefined);
        break;
      case 'sectionsChanged':
        void this.sections.refresh(event.version).catch(() => undefined);
        break;
      case 'threadActivity':
        this.threads.moved(event);
        break;
      case 'personChanged':
        this.people.remember([event.user]);
        break;
      case 'signedOut':
        this.#options.connection?.signOut();
        break;
      case 'draftChanged':
        this.draftSync.changedElsewhere(event);
        break;
      default:
        if (isChannelNews(event)) this.#onChannelNews(event);
    }
    this.#inboxListeners.tell(event);
  }

  #onChannelNews(event: ChannelNews): void {
    switch (event.type) {
      case 'channelActivity':
        this.channels.moved(event, { followed: this.feeds.follows(event.channelId) });
        break;
      case 'readElsewhere':
        this.channels.updateSoon(event.channelId, (channel) => withReadPosition(channel, event));
        break;
      case 'channelAdded':
      case 'channelChanged':
        void this.channels.refreshOne(event.channelId, { added: event.type === 'channelAdded' });
        break;
      case 'channelRemoved':
        this.channels.remove(event.channelId);
        this.feeds.drop(event.channelId);
        this.#onGone(event.channelId);
    }
  }
}
