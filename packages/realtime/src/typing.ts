export interface TypingPlace {
  channelId: string;
  userId: string;
  /** The thread's parent message, or null for the channel itself. */
  parentId: string | null;
}

/** Tells a channel who types. Signals pass on `channelSignalTopic`; a sign of typing holds for 5 s. */
export interface Typing {
  /** May be called on each key; at most one signal in 3 s goes out for the same place and person. */
  start(place: TypingPlace): void;
  /** Tells at once that they stopped. */
  stop(place: TypingPlace): void;
}
