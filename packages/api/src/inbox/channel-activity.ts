import type { Subscription } from '@parley/realtime/bus';
import type { EncodedEvent } from '@parley/realtime/encoded-event';
import type { Realtime } from '@parley/realtime/realtime';
import type { ActivityPreview, InboxEvent } from '@parley/realtime/signals';
import { type HeardEvent, newMessages } from '../notification/heard-messages.ts';
import { notificationsOf } from '../notification/notifications-of.ts';
import { gatherUnread } from '../read-state/gather-unread.ts';
import type { ReadState } from '../read-state/unread.ts';
import { activityPreview } from './activity-preview.ts';

/** How often one inbox says that channels moved, at the most. The first word goes out almost at once. */
const firstMs = 40;
const pauseMs = 800;
/** So many events of a channel, the latest, are looked through for what notifies; more than people write in a moment. */
const mostHeard = 100;

interface ActivityOptions {
  readonly realtime: Realtime;
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
  /** How often its unread was asked for, and which answer was told last: an older one that comes late tells nothing. */
  asked: number;
  told: number;
}

/** What is to be said of a channel. */
interface Moved {
  /** It changed itself. */
  changed: boolean;
  /** In the order of their numbers. */
  heard: HeardEvent[];
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
 * said of a channel without that question, so that nobody hears of one that they are not in any more. Behind it comes what
 * the person is notified of.
 */
export class ChannelActivity {
  readonly #options: ActivityOptions;
  readonly #followed = new Map<string, Followed>();
  readonly #moved = new Map<string, Moved>();
  #timer: NodeJS.Timeout | null = null;
  /** By a clock that nobody sets. */
  #spokeAt = Number.NEGATIVE_INFINITY;
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
    const subscription = this.#options.realtime.hub.listenChannel(channelId, {
      onEvent: (event) => this.#onHead(channelId, event.seq, [event]),
      onCheck: (head) => this.#onHead(channelId, head, []),
      onSpan: ({ through, events }) => this.#onHead(channelId, through, events),
    });
    this.#followed.set(channelId, { subscription, seq, hidden, asked: 0, told: 0 });
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

  #onHead(channelId: string, head: number, events: readonly EncodedEvent[]): void {
    const followed = this.#followed.get(channelId);
    if (!followed || head <= followed.seq) return;
    const after = followed.seq;
    followed.seq = head;
    const fresh = events.filter((event) => event.seq > after);
    const moved = this.#moved.get(channelId) ?? { changed: false, heard: [] };
    moved.changed ||= fresh.some((event) => event.json.startsWith('{"type":"channel"'));
    for (const event of fresh) moved.heard.push({ event, after });
    this.#mark(channelId, moved);
  }

  #mark(channelId: string, moved: Moved): void {
    moved.heard.splice(0, moved.heard.length - mostHeard);
    this.#moved.set(channelId, moved);
    const wait = Math.max(firstMs, this.#spokeAt + pauseMs - performance.now());
    this.#timer ??= setTimeout(() => void this.#speak(), wait);
  }

  async #speak(): Promise<void> {
    this.#timer = null;
    this.#spokeAt = performance.now();
    const moved = [...this.#moved];
    this.#moved.clear();
    await Promise.all(moved.map(([channelId, what]) => this.#tell(channelId, what)));
  }

  async #tell(channelId: string, what: Moved): Promise<void> {
    const { emit, realtime, userId } = this.#options;
    const turn = this.#nextTurn(channelId);
    const messages = newMessages(what.heard);
    try {
      const [state, notifications] = await Promise.all([
        gatherUnread(userId, channelId),
        notificationsOf({ realtime, userId, channelId }, messages),
      ]);
      const followed = this.#followed.get(channelId);
      if (this.#closed || !followed) return;
      if (!state) {
        this.lose(channelId);
        return;
      }
      if (!state.shown) return;
      if (followed.hidden) emit({ type: 'channelAdded', channelId });
      followed.hidden = false;
      if (what.changed) emit({ type: 'channelChanged', channelId });
      if (turn > followed.told) this.#say(state, activityPreview(messages));
      followed.told = Math.max(followed.told, turn);
      for (const notification of notifications) emit(notification);
    } catch {
      this.#markAgain(channelId, what);
    }
  }

  #nextTurn(channelId: string): number {
    const followed = this.#followed.get(channelId);
    if (!followed) return 0;
    followed.asked += 1;
    return followed.asked;
  }

  #say({ channelId, seq, unread, mentions }: ReadState, preview: ActivityPreview | null): void {
    const told = { type: 'channelActivity', channelId, seq, unread, mentions } as const;
    this.#options.emit(preview ? { ...told, preview } : told);
  }

  /** The database did not answer: the channel stays marked, and the next word tells of it. */
  #markAgain(channelId: string, { changed, heard }: Moved): void {
    if (!this.#followed.has(channelId)) return;
    const since = this.#moved.get(channelId) ?? { changed: false, heard: [] };
    this.#mark(channelId, { changed: changed || since.changed, heard: [...heard, ...since.heard] });
  }
}
