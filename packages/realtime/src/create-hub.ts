import type { Bus, Subscription } from './bus.ts';
import { ChannelFeed, type ReadSpan } from './channel-feed.ts';
import { type EncodedEvent, toBusText } from './encoded-event.ts';
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
  /** How long to wait for a hint that is missed before it is fetched, in milliseconds; 25 if left out. */
  reorderMs?: number;
}

/** Makes the hub of a process. Close it before its bus. */
export function createHub(options: HubOptions): Hub {
  return new ProcessHub(options);
}

type SignalListener = (payload: string) => void;

class SignalFeed implements Feed<SignalListener> {
  readonly #listeners = new Set<SignalListener>();
  readonly #reportError: ReportError;

  constructor(reportError: ReportError) {
    this.#reportError = reportError;
  }

  get size(): number {
    return this.#listeners.size;
  }

  add(listener: SignalListener): void {
    this.#listeners.add(listener);
  }

  remove(listener: SignalListener): void {
    this.#listeners.delete(listener);
  }

  receive(payload: string): void {
    for (const listener of this.#listeners) {
      try {
        listener(payload);
      } catch (error) {
        this.#reportError(error, 'a listener of signals');
      }
    }
  }
}

class ProcessHub implements Hub {
  readonly #bus: Bus;
  readonly #reportError: ReportError;
  readonly #reorderMs: number;
  readonly #channels: TopicTable<ChannelListener, ChannelFeed>;
  readonly #signals: TopicTable<SignalListener, SignalFeed>;
  readonly #stopInterruptions: () => void;
  #check: HeadCheck | null = null;
  #readChanges: CheckOptions['readChanges'];

  constructor({ bus, reportError, lingerMs = 3_000, reorderMs = 25 }: HubOptions) {
    this.#bus = bus;
    this.#reportError = reportError;
    this.#reorderMs = reorderMs;
    const makeFeed = (channelId: string) => this.#makeChannelFeed(channelId);
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
    return this.#channels.join(channelId, listener);
  }

  listen(topic: string, listener: SignalListener): Subscription {
    // An own function for each interest, so that one listener may listen twice.
    return this.#signals.join(topic, (payload) => listener(payload));
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
      onHead: (channelId, head) => this.#channels.get(channelId)?.learnHead(head),
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

  #makeChannelFeed(channelId: string): ChannelFeed {
    const spanReader = (): ReadSpan | null => {
      const read = this.#readChanges;
      return read ? (afterSeq, limit) => read(channelId, afterSeq, limit) : null;
    };
    return new ChannelFeed({ channelId, spanReader, reorderMs: this.#reorderMs, reportError: this.#reportError });
  }
}
