import type { Bus, Subscription } from './bus.ts';
import { ChannelFeed, type ReadSpan } from './channel-feed.ts';
import { type EncodedEvent, fromBusText, toBusText } from './encoded-event.ts';
import { HeadCheck } from './head-check.ts';
import type { ChannelListener, CheckOptions, Hub } from './hub.ts';
import type { ReportError } from './report-error.ts';
import { type Feed, TopicTable } from './topic-table.ts';
import { channelTopic } from './topics.ts';

export interface HubOptions {
  bus: Bus;
  reportError: ReportError;
  /** How long a topic without listeners stays subscribed, in milliseconds; 3,000 if left out. */
  lingerMs?: number;
  /** How long a hint whose predecessor has not come is kept, in milliseconds; 25 if left out. */
  reorderMs?: number;
}

/** Makes the hub of a process. Close it before its bus. */
export function createHub(options: HubOptions): Hub {
  return new ProcessHub(options);
}

class SignalFeed implements Feed {
  readonly listeners = new Set<(payload: string) => void>();
  readonly #reportError: ReportError;

  constructor(reportError: ReportError) {
    this.#reportError = reportError;
  }

  get size(): number {
    return this.listeners.size;
  }

  receive(payload: string): void {
    for (const listener of this.listeners) {
      try {
        listener(payload);
      } catch (error) {
        this.#reportError(error, 'a listener of signals');
      }
    }
  }
}

class EventFeed implements Feed {
  readonly channel: ChannelFeed;
  readonly #onMalformed: () => void;

  constructor(channel: ChannelFeed, onMalformed: () => void) {
    this.channel = channel;
    this.#onMalformed = onMalformed;
  }

  get size(): number {
    return this.channel.size;
  }

  receive(payload: string): void {
    const event = fromBusText(payload);
    if (event) this.channel.receive(event);
    else this.#onMalformed();
  }
}

class ProcessHub implements Hub {
  readonly #bus: Bus;
  readonly #reportError: ReportError;
  readonly #reorderMs: number;
  readonly #channels: TopicTable<EventFeed>;
  readonly #signals: TopicTable<SignalFeed>;
  readonly #stopInterruptions: () => void;
  #check: HeadCheck | null = null;
  #readChanges: CheckOptions['readChanges'];

  constructor({ bus, reportError, lingerMs = 3_000, reorderMs = 25 }: HubOptions) {
    this.#bus = bus;
    this.#reportError = reportError;
    this.#reorderMs = reorderMs;
    const makeFeed = (channelId: string) => this.#makeEventFeed(channelId);
    this.#channels = new TopicTable({ bus, lingerMs, topicOf: channelTopic, makeFeed });
    this.#signals = new TopicTable({
      bus,
      lingerMs,
      topicOf: (topic) => topic,
      makeFeed: () => new SignalFeed(reportError),
    });
    this.#stopInterruptions = bus.onInterruption(() => this.#check?.now());
  }

  listenChannel(channelId: string, listener: ChannelListener): Subscription {
    return this.#channels.join(channelId, ({ channel }) => {
      channel.add(listener);
      return () => channel.remove(listener);
    });
  }

  listen(topic: string, listener: (payload: string) => void): Subscription {
    return this.#signals.join(topic, ({ listeners }) => {
      const entry = (payload: string) => listener(payload);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    });
  }

  publishChannel(channelId: string, event: EncodedEvent): void {
    this.#bus.publish(channelTopic(channelId), toBusText(event));
  }

  publish(topic: string, payload: string): void {
    this.#bus.publish(topic, payload);
  }

  startCheck({ readHeads, readChanges, everyMs = 2_000 }: CheckOptions): () => void {
    this.#check?.stop();
    this.#readChanges = readChanges;
    const check = new HeadCheck({
      everyMs,
      readHeads,
      reportError: this.#reportError,
      channelIds: () => this.#channels.listened(),
      onHead: (channelId, head) => this.#channels.get(channelId)?.channel.learnHead(head),
    });
    this.#check = check;
    return () => {
      check.stop();
      if (this.#check !== check) return;
      this.#check = null;
      this.#readChanges = undefined;
    };
  }

  close(): void {
    this.#check?.stop();
    this.#check = null;
    this.#stopInterruptions();
    this.#channels.close();
    this.#signals.close();
  }

  #makeEventFeed(channelId: string): EventFeed {
    const spanReader = (): ReadSpan | null => {
      const read = this.#readChanges;
      return read ? (afterSeq, limit) => read(channelId, afterSeq, limit) : null;
    };
    const channel = new ChannelFeed({ spanReader, reorderMs: this.#reorderMs, reportError: this.#reportError });
    return new EventFeed(channel, () => {
      this.#reportError(new Error(`A malformed payload on ${channelTopic(channelId)} was dropped.`), 'the hub');
    });
  }
}
