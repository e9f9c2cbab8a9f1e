import type { Message } from '@parley/realtime/shapes';
import { uuidv7 } from 'uuidv7';
import type { StoredSend } from './device-database.ts';
import { judgeSendError, type SendFailures, withFailure } from './judge-send-error.ts';
import type { SendStore } from './send-store.ts';
import { isShownIn, talkOf } from './talk.ts';

export interface OutboxOptions {
  store: SendStore;
  /** Sends one message; the same nonce twice gives the same message. */
  send(entry: StoredSend, signal: AbortSignal): Promise<Message>;
  /** A message was confirmed, here or in another tab. */
  onSent(message: Message): void;
  /** Runs `work` while no other tab runs work of this name. */
  exclusive(name: string, work: () => Promise<void>): Promise<void>;
  /** Tells the other tabs that the store changed, and what was confirmed. */
  announce(sent: Message | null): void;
  random?: () => number;
}

const SEND_TIMEOUT = 20_000;
const none: readonly StoredSend[] = [];

/**
 * What this device has still to send. A message is stored here under its nonce before the network is tried; each channel
 * sends its own in order, one at a time, from one tab at a time, until the server has confirmed or refused.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #entries = new Map<string, StoredSend>();
  /** Those whose way into the store is not finished. */
  readonly #unsaved = new Set<string>();
  /** Those that are done, though the store may still show them for a moment. */
  readonly #done = new Set<string>();
  readonly #failures = new Map<string, SendFailures>();
  readonly #pumps = new Map<string, { again: boolean; wake: () => void }>();
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly #byTalk = new Map<string, readonly StoredSend[]>();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Goes on with what an earlier page left. */
  async start(): Promise<void> {
    await this.#reload();
    this.#pumpAll();
  }

  /** Stops sending; what waits stays stored. */
  stop(): void {
    this.#stop.abort();
    this.#wakeAll();
  }

  /** Puts a message in line and answers its nonce. It is among `waiting` at once. */
  send(message: Omit<StoredSend, 'nonce' | 'order' | 'failure'>): string {
    const latest = Math.max(0, ...[...this.#entries.values()].map((entry) => entry.order));
    const entry: StoredSend = { ...message, nonce: uuidv7(), order: Math.max(Date.now(), latest + 1) };
    this.#save(entry);
    return entry.nonce;
  }

  /** Tries a refused message again, with the same nonce. */
  retry(nonce: string): void {
    const entry = this.#entries.get(nonce);
    if (!entry?.failure) return;
    this.#failures.delete(nonce);
    const { failure: _, ...again } = entry;
    this.#save(again);
  }

  /** Takes a message out of the line and answers it. */
  discard(nonce: string): StoredSend | undefined {
    const entry = this.#entries.get(nonce);
    if (entry) void this.#forget(nonce, null);
    return entry;
  }

  /** The server has this message: whatever the network said, it need not be sent. */
  settle(message: Message): void {
    if (this.#entries.has(message.nonce)) void this.#forget(message.nonce, message);
  }

  /** What waits or was refused in a conversation, by its `talkKey`, in order. The same array until it changes. */
  waiting(key: string): readonly StoredSend[] {
    const known = this.#byTalk.get(key);
    if (known) return known;
    const talk = talkOf(key);
    const entries = [...this.#entries.values()].filter((entry) => isShownIn(talk, entry));
    const line = entries.length === 0 ? none : entries.sort((a, b) => a.order - b.order);
    this.#byTalk.set(key, line);
    return line;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another tab changed the store, or this was confirmed there. */
  async heard(sent: Message | null): Promise<void> {
    if (sent) return this.#drop(sent.nonce, sent);
    await this.#reload();
    this.#pumpAll();
  }

  /** The network is back: nothing waits any longer. */
  wake(): void {
    this.#failures.clear();
    this.#wakeAll();
    this.#pumpAll();
  }

  #save(entry: StoredSend): void {
    this.#entries.set(entry.nonce, entry);
    this.#unsaved.add(entry.nonce);
    this.#tell();
    void this.#store(entry).then(() => this.#pump(entry.channelId));
  }

  async #store(entry: StoredSend): Promise<void> {
    try {
      await this.#options.store.put(entry);
      this.#unsaved.delete(entry.nonce);
      this.#options.announce(null);
    } catch {
      // A full or forbidden store: the message is still sent, from memory.
    }
  }

  /** Tells the other tabs what was confirmed before they can miss it in the store: it is never missing from both. */
  async #forget(nonce: string, sent: Message | null): Promise<void> {
    this.#drop(nonce, sent);
    if (sent) this.#options.announce(sent);
    await this.#options.store.remove(nonce).catch(() => undefined);
    if (!sent) this.#options.announce(null);
  }

  #drop(nonce: string, sent: Message | null): void {
    this.#done.add(nonce);
    this.#entries.delete(nonce);
    this.#unsaved.delete(nonce);
    this.#failures.delete(nonce);
    if (sent) this.#options.onSent(sent);
    this.#tell();
  }

  async #reload(): Promise<void> {
    const stored = await this.#options.store.all().catch(() => null);
    if (!stored) return;
    const known = new Set(stored.map((entry) => entry.nonce));
    const mine = (nonce: string) => this.#unsaved.has(nonce) || this.#done.has(nonce);
    for (const nonce of this.#entries.keys()) if (!known.has(nonce) && !mine(nonce)) this.#entries.delete(nonce);
    for (const entry of stored) if (!mine(entry.nonce)) this.#entries.set(entry.nonce, entry);
    this.#tell();
  }

  #pumpAll(): void {
    for (const channelId of new Set([...this.#entries.values()].map((entry) => entry.channelId))) this.#pump(channelId);
  }

  #pump(channelId: string): void {
    if (this.#stop.signal.aborted) return;
    const running = this.#pumps.get(channelId);
    if (running) {
      running.again = true;
      return;
    }
    const pump = { again: false, wake: () => undefined };
    this.#pumps.set(channelId, pump);
    void this.#run(channelId).finally(() => {
      this.#pumps.delete(channelId);
      if (pump.again) this.#pump(channelId);
    });
  }

  async #run(channelId: string): Promise<void> {
    for (;;) {
      let pause: number | null = 0;
      await this.#options.exclusive(`parley-send-${channelId}`, async () => {
        await this.#reload();
        pause = await this.#sendNext(channelId);
      });
      if (pause === null || this.#stop.signal.aborted) return;
      if (pause > 0) await this.#pause(channelId, pause);
    }
  }

  /** Sends what is first in line. Answers how long to wait before the next, or null when nothing waits. */
  async #sendNext(channelId: string): Promise<number | null> {
    const entry = this.#firstInLine(channelId);
    if (!entry || this.#stop.signal.aborted) return null;
    const { nonce } = entry;
    try {
      const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(SEND_TIMEOUT)]);
      await this.#forget(nonce, await this.#options.send(entry, signal));
      return 0;
    } catch (error) {
      if (this.#stop.signal.aborted) return null;
      const failures = withFailure(this.#failures.get(nonce), error);
      this.#failures.set(nonce, failures);
      const verdict = judgeSendError(error, failures, this.#options.random);
      if (verdict.do === 'wait') return Math.max(1, verdict.ms);
      await this.#refuse(nonce, verdict.failure);
      return 0;
    }
  }

  /** A channel's messages and replies go out in the order in which they were written. */
  #firstInLine(channelId: string): StoredSend | undefined {
    const line = [...this.#entries.values()].filter((entry) => entry.channelId === channelId && !entry.failure);
    return line.toSorted((a, b) => a.order - b.order)[0];
  }

  async #refuse(nonce: string, failure: NonNullable<StoredSend['failure']>): Promise<void> {
    const entry = this.#entries.get(nonce);
    if (!entry) return;
    const refused = { ...entry, failure };
    this.#entries.set(nonce, refused);
    this.#unsaved.add(nonce);
    this.#tell();
    await this.#store(refused);
  }

  #pause(channelId: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const pump = this.#pumps.get(channelId);
      if (!pump) return;
      pump.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #wakeAll(): void {
    for (const pump of this.#pumps.values()) pump.wake();
  }

  #tell(): void {
    this.#byTalk.clear();
    for (const listener of this.#listeners) listener();
  }
}
