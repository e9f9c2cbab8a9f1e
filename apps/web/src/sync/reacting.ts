import type { Message, Reaction } from '@parley/realtime/shapes';

export interface ReactingOptions {
  viewerId: string;
  /** Tells the server; the answer is the message as it is then. */
  set(place: { id: string; emoji: string }, on: boolean): Promise<Message>;
  onSet(message: Message): void;
  /** The server refused, or could not be reached: what was shown is taken back. */
  onRefused(error: unknown): void;
}

/** Whether a person's emoji is to stand on a message, by emoji. */
export type Wishes = ReadonlyMap<string, boolean>;

const none: Wishes = new Map();

/** The viewer's presses on reactions: shown at once, told to the server one after the other, the latest wish last. */
export class Reacting {
  readonly #options: ReactingOptions;
  readonly #wishes = new Map<string, Wishes>();
  readonly #running = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(options: ReactingOptions) {
    this.#options = options;
  }

  /** Sets the viewer's emoji on a message, or takes it back when it is shown as set. Answers whether it is set now. */
  toggle(message: Message, emoji: string): boolean {
    const { viewerId } = this.#options;
    const shown = reactionsWith(message.reactions, this.wishes(message.id), viewerId);
    const on = !shown.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(viewerId));
    this.#wish(message.id, emoji, on);
    void this.#tell(message.id, emoji);
    return on;
  }

  /** What is wished for a message and not yet answered. The same map until it changes. */
  wishes(messageId: string): Wishes {
    return this.#wishes.get(messageId) ?? none;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #tell(id: string, emoji: string): Promise<void> {
    const key = `${id} ${emoji}`;
    if (this.#running.has(key)) return;
    this.#running.add(key);
    for (let on = this.#asked(id, emoji); on !== undefined; on = this.#asked(id, emoji)) {
      try {
        this.#options.onSet(await this.#options.set({ id, emoji }, on));
        if (this.#asked(id, emoji) === on) this.#wish(id, emoji, null);
      } catch (error) {
        // What was wished since then is told all the same.
        if (this.#asked(id, emoji) !== on) continue;
        this.#wish(id, emoji, null);
        this.#options.onRefused(error);
      }
    }
    this.#running.delete(key);
  }

  #asked(id: string, emoji: string): boolean | undefined {
    return this.#wishes.get(id)?.get(emoji);
  }

  #wish(id: string, emoji: string, on: boolean | null): void {
    const wishes = new Map(this.wishes(id));
    if (on === null) wishes.delete(emoji);
    else wishes.set(emoji, on);
    if (wishes.size === 0) this.#wishes.delete(id);
    else this.#wishes.set(id, wishes);
    for (const listener of this.#listeners) listener();
  }
}

/** Reactions as the viewer is to see them: with their own wishes carried out. */
export function reactionsWith(reactions: Reaction[], wishes: Wishes, viewerId: string): Reaction[] {
  if (wishes.size === 0) return reactions;
  const known = new Set(reactions.map(({ emoji }) => emoji));
  const changed = reactions.map((reaction) => {
    const on = wishes.get(reaction.emoji);
    if (on === undefined || on === reaction.userIds.includes(viewerId)) return reaction;
    const others = reaction.userIds.filter((userId) => userId !== viewerId);
    return { ...reaction, userIds: on ? [...others, viewerId] : others };
  });
  const added = [...wishes].filter(([emoji, on]) => on && !known.has(emoji));
  return [...changed, ...added.map(([emoji]) => ({ emoji, userIds: [viewerId] }))].filter(
    ({ userIds }) => userIds.length > 0,
  );
}
