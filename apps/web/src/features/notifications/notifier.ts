import type { InboxEvent, Message } from '@parley/realtime/events';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import type { ApiOutput } from '../../trpc/trpc.ts';

type Why = ApiOutput['message']['whyNotified'];

/** A message to tell of. */
export interface Notice {
  readonly message: Message;
  readonly channel: ChannelListItem;
  readonly reason: Why['reason'];
}

export interface NotifierOptions {
  readonly viewerId: string;
  /** The messages that changed in a channel after a number, in the order of their changes. */
  changes(channelId: string, since: number): Promise<readonly Message[]>;
  /** Whether the server notifies the viewer of a message, and why. */
  why(messageId: string): Promise<Why>;
  readChannel(channelId: string): ChannelListItem | undefined;
  channels(): readonly ChannelListItem[];
  /** This page is the one that tells, and may. */
  mayTell(): boolean;
  /** Does somebody look at the message already, in whichever tab? Answers after a moment. */
  isSeen(message: Message): Promise<boolean>;
  show(notice: Notice): void;
}

/** The newest messages of one word from the inbox that are asked about. */
const MOST = 3;

/**
 * Finds out which new messages the viewer is to be told of. The inbox says that a channel moved; the messages since then
 * are read, and the server, which knows the viewer's settings, says of each whether it notifies.
 */
export class Notifier {
  readonly #options: NotifierOptions;
  /** Up to which number each channel was looked at. */
  readonly #looked = new Map<string, number>();
  readonly #told = new Set<string>();

  constructor(options: NotifierOptions) {
    this.#options = options;
    this.#begin();
  }

  onInbox(event: InboxEvent): void {
    if (event.type === 'ready') this.#begin();
    if (event.type === 'channelActivity' || event.type === 'threadActivity') {
      void this.#look(event.channelId, event.seq).catch(() => undefined);
    }
  }

  /** What was there before is not new. */
  #begin(): void {
    for (const { id, seq } of this.#options.channels()) if (!this.#looked.has(id)) this.#looked.set(id, seq);
  }

  async #look(channelId: string, seq: number): Promise<void> {
    const { changes, readChannel, mayTell } = this.#options;
    const since = this.#looked.get(channelId) ?? readChannel(channelId)?.membership?.lastReadSeq ?? 0;
    if (seq <= since) return;
    this.#looked.set(channelId, seq);
    if (!mayTell() || readChannel(channelId)?.membership?.notificationLevel === 'NONE') return;
    const changed = await changes(channelId, since);
    const fresh = changed.filter((message) => this.#isNews(message, since)).slice(-MOST);
    for (const message of fresh) await this.#tell(message);
  }

  #isNews({ id, seq, kind, author, deletedAt }: Message, since: number): boolean {
    return seq > since && kind === 'USER' && !deletedAt && author.id !== this.#options.viewerId && !this.#told.has(id);
  }

  async #tell(message: Message): Promise<void> {
    const { why, readChannel, isSeen, show } = this.#options;
    this.#told.add(message.id);
    const { notify, reason } = await why(message.id);
    if (!notify || (await isSeen(message))) return;
    const channel = readChannel(message.channelId);
    if (channel) show({ message, channel, reason });
  }
}
