import { QueryClient } from '@tanstack/react-query';
import { ChannelFeeds } from '../channel-feeds.ts';
import { liveSpan } from '../channel-log.ts';
import { channelLogKey, setChannelLogDefaults } from '../channel-log-query.ts';
import { InOrder } from '../in-order.ts';
import { MessageLogs } from '../message-logs.ts';
import { Outbox } from '../outbox.ts';
import { memorySendStore, type SendStore } from '../send-store.ts';
import { itemsOf } from '../seq-list.ts';
import { talkKey } from '../talk.ts';
import { CHANNEL, type message } from './model-channel.ts';
import { wait } from './slow-call.ts';
import { PARENT, type SlowChannel } from './slow-channel.ts';

export const THREAD = talkKey({ channelId: CHANNEL, parentId: PARENT.id });
type Sent = ReturnType<typeof message> | null;

/** A browser: what its tabs have in common. Its store does one thing after another. */
export class SlowDevice {
  readonly server: SlowChannel;
  readonly kept = memorySendStore();
  readonly tabs = new Set<SlowTab>();
  readonly #locks = new InOrder();
  readonly #inStore = new InOrder();

  constructor(server: SlowChannel) {
    this.server = server;
  }

  /** The store as a tab sees it that hears of what was done `lag` ms later. */
  storeOf(lag: number): SendStore {
    const { kept } = this;
    const slowly = async <T>(work: () => Promise<T>) => {
      const answer = await this.#inStore.ask('', () => wait(3).then(work));
      await wait(lag);
      return answer;
    };
    return {
      all: () => slowly(() => kept.all()),
      put: (entry) => slowly(() => kept.put(entry)),
      remove: (nonce) => slowly(() => kept.remove(nonce)),
    };
  }

  exclusive = (name: string, work: () => Promise<void>) => this.#locks.ask(name, work);

  announce(from: SlowTab, sent: Sent): void {
    for (const tab of this.tabs) if (tab !== from) setTimeout(() => void tab.outbox.heard(sent), 1);
  }

  open(lag: number): SlowTab {
    const tab = new SlowTab(this, lag);
    this.tabs.add(tab);
    return tab;
  }
}

/** One tab: its logs, feed and outbox, put together as the sync engine does. */
export class SlowTab {
  readonly outbox: Outbox;
  readonly logs: MessageLogs;
  readonly #feeds: ChannelFeeds;
  readonly #device: SlowDevice;
  readonly #queryClient = new QueryClient();
  /** How busy it is: how late it hears what the store did, in ms. */
  readonly lag: number;
  readonly #ends: (() => void)[] = [];
  /** What was drawn and should not have been. */
  readonly faults: string[] = [];

  constructor(device: SlowDevice, lag: number) {
    const { server } = device;
    this.lag = lag;
    this.#device = device;
    setChannelLogDefaults(this.#queryClient);
    const channelLog = (key: string) => this.load(key);
    this.logs = new MessageLogs({
      pages: server.pages,
      queryClient: this.#queryClient,
      channelLog,
      onPeople: () => undefined,
    });
    this.#feeds = new ChannelFeeds({
      api: server.api(),
      log: channelLog,
      restart: (key) => this.logs.restart(key),
      isScarce: () => false,
      onGone: () => undefined,
      apply: (key, events) => {
        this.logs.apply(key, events);
        for (const { event } of events) if (event.type === 'message') this.outbox.settle(event.message);
      },
    });
    this.outbox = new Outbox({
      store: device.storeOf(lag),
      exclusive: device.exclusive,
      announce: (sent) => device.announce(this, sent),
      onSent: (sent) => this.logs.upsert(sent),
      send: (entry, signal) => {
        const aborted = new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
        return Promise.race([server.ask(() => server.save(entry)), aborted]);
      },
      random: () => 0.5,
    });
    for (const key of [CHANNEL, THREAD]) this.#watch(key);
    void this.outbox.start();
    this.#feeds.open(CHANNEL);
  }

  /** As a query reads it: again until it is there. */
  async load(key: string) {
    const queryKey = channelLogKey(key);
    return this.#queryClient.query({ queryKey, queryFn: () => this.logs.load(key), staleTime: 'static', retry: 20 });
  }

  /** Presses on each message that was refused to try it again. */
  retry(): void {
    for (const key of [CHANNEL, THREAD]) for (const { nonce } of this.outbox.waiting(key)) this.outbox.retry(nonce);
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#device.tabs.delete(this);
    this.outbox.stop();
    this.#feeds.close();
    this.#queryClient.clear();
  }

  /** The nonces that a conversation shows, in order; null before its first page. */
  rows(key: string): string[] | null {
    const log = this.logs.read(key);
    if (!log) return null;
    const confirmed = itemsOf(liveSpan(log).items).map(({ nonce }) => nonce);
    return [
      ...confirmed,
      ...this.outbox
        .waiting(key)
        .map(({ nonce }) => nonce)
        .filter((nonce) => !confirmed.includes(nonce)),
    ];
  }

  /** Nothing is drawn twice, and what was drawn once stays; what was just sent counts as drawn. */
  #watch(key: string): void {
    const drawn = new Set<string>();
    const draw = () => {
      for (const { nonce } of this.outbox.waiting(key)) drawn.add(nonce);
      const rows = this.rows(key);
      if (!rows) return;
      if (new Set(rows).size < rows.length) this.faults.push(`twice in ${rows.join()}`);
      for (const nonce of drawn) if (!rows.includes(nonce)) this.faults.push(`${nonce} vanished from ${key}`);
      for (const nonce of rows) drawn.add(nonce);
    };
    this.#ends.push(this.logs.subscribe(key, draw), this.outbox.subscribe(draw));
  }
}
