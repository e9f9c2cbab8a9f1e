import type { InboxEvent, Message } from '@parley/realtime/events';
import type { ChannelListItem } from '../../sync/channel-list.ts';

type NotificationEvent = Extract<InboxEvent, { type: 'notification' }>;

/** A message to tell of. */
export interface Notice {
  readonly message: Message;
  readonly channel: ChannelListItem;
  readonly kind: NotificationEvent['kind'];
}

export interface NotifierOptions {
  readChannel(channelId: string): ChannelListItem | undefined;
  readMessage(messageId: string): Promise<Message>;
  /** This page is the one that tells, and may. */
  mayTell(): boolean;
  /** Does somebody look at the message already, in whichever tab? Answers after a moment. */
  isSeen(message: Message): Promise<boolean>;
  show(notice: Notice): void;
}

/** Tells of what the server notifies the viewer of, each once, unless somebody looks at it already. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #told = new Set<string>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  onInbox(event: InboxEvent): void {
    if (event.type !== 'notification' || this.#told.has(event.id)) return;
    this.#told.add(event.id);
    if (this.#options.mayTell()) void this.#tell(event).catch(() => undefined);
  }

  async #tell({ kind, channelId, messageId }: NotificationEvent): Promise<void> {
    const { readChannel, readMessage, isSeen, show } = this.#options;
    if (messageId === null) return;
    const message = await readMessage(messageId);
    // What one asked to be reminded of was seen before.
    if (message.deletedAt || (kind !== 'REMINDER' && (await isSeen(message)))) return;
    const channel = readChannel(channelId);
    if (channel) show({ message, channel, kind });
  }
}
