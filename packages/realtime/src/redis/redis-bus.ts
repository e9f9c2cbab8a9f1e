import type { Bus, Subscription } from '../bus.ts';
import type { RedisAddress } from '../redis-address.ts';
import type { ReportError } from '../report-error.ts';
import { connectCluster, connectSingle } from './connect-redis.ts';
import { ShardedSubscriber } from './sharded-subscriber.ts';
import { TopicSubscriber } from './topic-subscriber.ts';

/** A subscriber waits so long for its subscription at most, in milliseconds. */
const READY_MS = 500;
/** Beyond either, hints are dropped: Redis is slow or gone, and each reader will ask the database. */
const MAX_IN_FLIGHT = 10_000;
const MAX_IN_FLIGHT_CHARS = 16_000_000;

type Listener = (payload: string) => void;

export interface RedisBusOptions {
  address: RedisAddress;
  reportError: ReportError;
}

/**
 * A bus over Redis or Valkey: PUBLISH on a single server, sharded SPUBLISH on a cluster (Redis 7 or later). Which of both is a matter
 * of configuration alone, so that no two processes can differ.
 */
export function createRedisBus(options: RedisBusOptions): Bus {
  return new RedisBus(options);
}

class RedisBus implements Bus {
  readonly #link: Link;
  readonly #reportError: ReportError;
  readonly #topics = new Map<string, Set<Listener>>();
  readonly #interruptionListeners = new Set<() => void>();
  #inFlight = 0;
  #inFlightChars = 0;
  #dropping = false;
  #closed = false;

  constructor({ address, reportError }: RedisBusOptions) {
    this.#reportError = reportError;
    this.#link = openLink(address, {
      reportError,
      onMessage: (topic, payload) => this.#receive(topic, payload),
      onRestored: () => {
        for (const listener of this.#interruptionListeners) this.#guard(listener);
      },
    });
  }

  publish(topic: string, payload: string): void {
    if (this.#closed) return;
    if (this.#inFlight >= MAX_IN_FLIGHT || this.#inFlightChars >= MAX_IN_FLIGHT_CHARS) {
      if (!this.#dropping) this.#reportError(new Error('Too many hints wait for Redis; more are dropped.'), 'the bus');
      this.#dropping = true;
      return;
    }
    this.#inFlight += 1;
    this.#inFlightChars += payload.length;
    const settled = () => {
      this.#inFlight -= 1;
      this.#inFlightChars -= payload.length;
      if (this.#inFlight === 0) this.#dropping = false;
    };
    this.#link.publish(topic, payload).then(settled, settled);
  }

  subscribe(topic: string, listener: Listener): Subscription {
    // An own function for each subscription, so that one listener may subscribe twice.
    const entry: Listener = (payload) => listener(payload);
    const listeners = this.#topics.get(topic) ?? new Set();
    listeners.add(entry);
    this.#topics.set(topic, listeners);
    return {
      ready: atMost(this.#link.subscriber.add(topic), READY_MS),
      close: () => {
        if (!listeners.delete(entry) || listeners.size > 0) return;
        this.#topics.delete(topic);
        this.#link.subscriber.remove(topic);
      },
    };
  }

  onInterruption(listener: () => void): () => void {
    const entry = () => listener();
    this.#interruptionListeners.add(entry);
    return () => void this.#interruptionListeners.delete(entry);
  }

  healthy(): boolean {
    return !this.#closed && this.#link.publisherReady() && this.#link.subscriber.ready;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#topics.clear();
    this.#interruptionListeners.clear();
    this.#link.close();
  }

  #receive(topic: string, payload: string): void {
    for (const listener of this.#topics.get(topic) ?? []) this.#guard(() => listener(payload));
  }

  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#reportError(error, 'a listener of the bus');
    }
  }
}

interface Link {
  publish: (topic: string, payload: string) => Promise<unknown>;
  publisherReady: () => boolean;
  subscriber: TopicSubscriber | ShardedSubscriber;
  close: () => void;
}

interface LinkEvents {
  reportError: ReportError;
  onMessage: (topic: string, payload: string) => void;
  onRestored: () => void;
}

function openLink(address: RedisAddress, { reportError, onMessage, onRestored }: LinkEvents): Link {
  const toPublish = { name: 'publish', reportError };
  const toSubscribe = { name: 'subscribe', reportError };
  const { publisher, publish, subscriber } =
    address.kind === 'single' ? openSingle(address.url) : openCluster(address.urls);
  return {
    publish,
    publisherReady: () => publisher.status === 'ready',
    subscriber,
    close: () => {
      subscriber.close();
      publisher.disconnect();
    },
  };

  function openSingle(url: string) {
    const publisher = connectSingle(url, toPublish);
    const connection = connectSingle(url, toSubscribe);
    const subscriber = new TopicSubscriber({ connection, sharded: false, onMessage, onRestored });
    return { publisher, subscriber, publish: (topic: string, payload: string) => publisher.publish(topic, payload) };
  }

  function openCluster(urls: string[]) {
    const publisher = connectCluster(urls, toPublish);
    const subscriber = new ShardedSubscriber({ cluster: publisher, purpose: toSubscribe, onMessage, onRestored });
    return { publisher, subscriber, publish: (topic: string, payload: string) => publisher.spublish(topic, payload) };
  }
}

/** Resolves with `promise`, or after `ms` milliseconds without it. */
function atMost(promise: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
