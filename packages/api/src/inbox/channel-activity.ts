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
  /** A channel is not the person's any more. */
  readonly lose: (channelId: string) => void;
}

interface Followed {
  readonly subscription: Subscription;
  /** The number up to which the client knows of the channel. */
  seq: number;
  /** The person's list is without it: a closed conversation, of which they hear with its next message. */
  hidden: boolean;
}

/** A channel to follow, from the number that the client knows or is about to read. */
interface FollowedHead {
  readonly id: string;
  readonly seq: number;
  readonly hidden: boolean;
}

/**
 * Follows the channels of one person and says when one moved or changed, with unread derived anew from the database:
 * many events in a moment become one word, and the questions of all inboxes of the process become one query. Nothing is
 * said of a channel without that question, so that nobody hears of one that they are not in any more.
 */
export class ChannelActivity {
  readonly #options: ActivityOptions;
  readonly #followed = new Map<string, Followed>();
  /** Channels to speak of, and whether they themselves changed. */
  readonly #moved = new Map<string, { changed: boolean }>();
  #timer: NodeJS.Timeout | null = null;
  #spokeAt = 0;
  #closed = false;

  constructor(options: ActivityOptions) {
    this.#options = options;
  }

  /** Follows exactly these channels. */
  follow(channels: readonly FollowedHead[]): void {
    const wanted = new Set(channels.map((channel) => channel.id));
    for (const channelId of this.#followed.keys()) if (!wanted.has(channelId)) this.#forget(channelId);
    for (const channel of channels) this.#add(channel);
  }

  /** Follows a channel too, of which nothing is known yet. */
  add(channelId: string): void {
    this.#add({ id: channelId, seq: -1, hidden: false });
  }

  /** Follows a conversation that is not in the person's list. Answers whether it was in it. */
  hide(channelId: string): boolean {
    const wasShown = this.#followed.get(channelId)?.hidden === false;
    this.#add({ id: channelId, seq: -1, hidden: true });
    return wasShown;
  }

  #add({ id: channelId, seq, hidden }: FollowedHead): void {
    if (this.#closed) return;
    const known = this.#followed.get(channelId);
    if (known) {
      known.hidden = hidden;
      return;
    }
    const subscription = this.#options.hub.listenChannel(channelId, {
      onEvent: (event) => this.#onEvent(channelId, event),
      onCheck: (head) => this.#onHead(channelId, head),
      onSpan: ({ through }) => this.#onHead(channelId, through),
    });
    this.#followed.set(channelId, { subscription, seq, hidden });
  }

  /** Whether the channel is the person's. */
  follows(channelId: string): boolean {
    return this.#followed.has(channelId);
  }

  /** The channel is not the person's any more: says so, and nothing of it from here on. */
  lose(channelId: string): void {
    this.#forget(channelId);
    if (!this.#closed) this.#options.lose(channelId);
  }

  #forget(channelId: string): void {
    this.#followed.get(channelId)?.subscription.close();
    this.#followed.delete(channelId);
    this.#moved.delete(channelId);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const channelId of [...this.#followed.keys()]) this.#forget(channelId);
  }

  #onEvent(channelId: string, event: EncodedEvent): void {
    this.#onHead(channelId, event.seq, event.json.startsWith('{"type":"channel"'));
  }

  #onHead(channelId: string, head: number, changed = false): void {
    const followed = this.#followed.get(channelId);
    if (!followed || head <= followed.seq) return;
    followed.seq = head;
    this.#markMoved(channelId, changed);
  }

  #markMoved(channelId: string, changed = false): void {
    const before = this.#moved.get(channelId)?.changed === true;
    this.#moved.set(channelId, { changed: changed || before });
    const wait = Math.max(firstMs, this.#spokeAt + pauseMs - Date.now());
    this.#timer ??= setTimeout(() => void this.#speak(), wait);
  }

  async #speak(): Promise<void> {
    this.#timer = null;
    this.#spokeAt = Date.now();
    const moved = [...this.#moved];
    this.#moved.clear();
    await Promise.all(moved.map(([channelId, { changed }]) => this.#tell(channelId, changed)));
  }

  async #tell(channelId: string, changed: boolean): Promise<void> {
    const { emit, userId } = this.#options;
    try {
      const state = await gatherUnread(userId, channelId);
      const followed = this.#followed.get(channelId);
      if (this.#closed || !followed) return;
      if (!state) {
        this.lose(channelId);
        return;
      }
      if (!state.shown) return;
      if (followed.hidden) emit({ type: 'channelAdded', channelId });
      followed.hidden = false;
      if (changed) emit({ type: 'channelChanged', channelId });
      const { seq, unread, mentions } = state;
      emit({ type: 'channelActivity', channelId, seq, unread, mentions });
    } catch {
      // The database did not answer: the channel stays marked, and the next word tells of it.
      if (this.#followed.has(channelId)) this.#markMoved(channelId, changed);
    }
  }
}
