/** What one part of a channel's page asks of another. */
export type ChannelCommand =
  /** A message was put in line here: show it. */
  | { type: 'sent' }
  /** Begin editing the viewer's newest message. */
  | { type: 'editLast' }
  /** Put the cursor where one writes. */
  | { type: 'focusComposer' }
  /** Put a text back to where one writes. */
  | { type: 'compose'; text: string }
  /** Bring the reader to a message, by its id, or to the first one since a moment. */
  | { type: 'show'; target: string }
  /** Bring the reader to the end. */
  | { type: 'showLatest' }
  /** Escape was pressed and there was nothing else to leave: the reader is done with this channel. */
  | { type: 'markRead' };

type Listener = (command: ChannelCommand) => void;

/** Passes commands between the timeline and the composer of one channel. */
export class ChannelCommands {
  readonly #listeners = new Map<string, Set<Listener>>();

  emit(channelId: string, command: ChannelCommand): void {
    for (const listener of [...(this.#listeners.get(channelId) ?? [])]) listener(command);
  }

  on(channelId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(channelId) ?? new Set();
    this.#listeners.set(channelId, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(channelId);
    };
  }
}
