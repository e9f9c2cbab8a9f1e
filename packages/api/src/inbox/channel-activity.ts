import type { Subscription } from '@parley/realtime/bus';
import type { EncodedEvent } from '@parley/realtime/encoded-event';
import type { Hub } from '@parley/realtime/hub';
import type { InboxEvent } from '@parley/realtime/signals';
import { gatherUnread } from '../read-state/gather-unread.ts';

/** How often one inbox says that channels moved, at the most. The first word goes out almost at once. */
const firstMs = 40;
const pauseMs = 800;

interface ActivityOptions {
  readonly hub: Hub;
  readonly userId: string;
  readonly emit: (event: InboxEvent) => void;
}

/**
 * Follows the channels of one person and says when one moved, with unread derived anew from the database: many events
 * in a moment become one word, and the questions of all inboxes of the process become one query.
 */
export class ChannelActivity {
  readonly #options: ActivityOptions;
  readonly #followed = new Map<string, Subscription>();
  readonly #moved = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #spokeAt = 0;
  #closed = false;

  constructor(options: ActivityOptions) {
    this.#options = options;
  }

  /** Follows exactly these channels. */
  follow(channelIds: readonly string[]): void {
    const wanted = new Set(channelIds);
    for (const channelId of this.#followed.keys()) if (!wanted.has(channelId)) this.remove(channelId);
    for (const channelId of wanted) this.add(channelId);
  }

  add(channelId: string): void {
    if (this.#closed || this.#followed.has(channelId)) return;
    const moved = (): void => this.#markMoved(channelId);
    const listener = {
      onEvent: (event: EncodedEvent) => this.#onEvent(channelId, event),
      onCheck: moved,
      onSpan: moved,
    };
    this.#followed.set(channelId, this.#options.hub.listenChannel(channelId, listener));
  }

  remove(channelId: string): void {
    this.#followed.get(channelId)?.close();
    this.#followed.delete(channelId);
    this.#moved.delete(channelId);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const channelId of [...this.#followed.keys()]) this.remove(channelId);
  }

  #onEvent(channelId: string, event: EncodedEvent): void {
    if (event.endsMembershipOf(this.#options.userId)) return;
    if (event.json.startsWith('{"type":"channel"')) this.#options.emit({ type: 'channelChanged', channelId });
    else this.#markMoved(channelId);
  }

  #markMoved(channelId: string): void {
    this.#moved.add(channelId);
    const wait = Math.max(firstMs, this.#spokeAt + pauseMs - Date.now());
    this.#timer ??= setTimeout(() => void this.#speak(), wait);
  }

  async #speak(): Promise<void> {
    this.#timer = null;
    this.#spokeAt = Date.now();
    const moved = [...this.#moved];
    this.#moved.clear();
    try {
      const states = await Promise.all(moved.map((channelId) => gatherUnread(this.#options.userId, channelId)));
      for (const state of states) {
        if (!state || this.#closed || !this.#followed.has(state.channelId)) continue;
        const { channelId, seq, unread, mentions } = state;
        this.#options.emit({ type: 'channelActivity', channelId, seq, unread, mentions });
      }
    } catch {
      // The database did not answer: the channels stay marked, and the next word tells of them.
      for (const channelId of moved) if (this.#followed.has(channelId)) this.#markMoved(channelId);
    }
  }
}
