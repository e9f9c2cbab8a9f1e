import type { TypingSignal } from './signals.ts';
import { channelSignalTopic } from './topics.ts';

/** A sign of typing holds for so long, unless it is repeated. */
const HOLDS_MS = 5_000;
/** The same person in the same place is told of at most this often. */
const REPEAT_MS = 3_000;
const MAX_REMEMBERED = 50_000;

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

export interface TypingOptions {
  publish: (topic: string, payload: string) => void;
  /** Milliseconds since 1970; the clock if left out. */
  now?: () => number;
}

/** Makes the typing signals of a process. What it remembers is bounded. */
export function createTyping({ publish, now = Date.now }: TypingOptions): Typing {
  /** When each was last told; the oldest first. */
  const told = new Map<string, number>();

  const tell = ({ channelId, userId, parentId }: TypingPlace, until: string | null) => {
    const signal: TypingSignal = { type: 'typing', channelId, userId, parentId, until };
    publish(channelSignalTopic(channelId), JSON.stringify(signal));
  };

  const forgetOld = (time: number) => {
    for (const [key, at] of told) {
      if (time - at < REPEAT_MS && told.size < MAX_REMEMBERED) return;
      told.delete(key);
    }
  };

  return {
    start(place) {
      const time = now();
      const key = keyOf(place);
      const last = told.get(key);
      if (last !== undefined && time - last >= 0 && time - last < REPEAT_MS) return;
      told.delete(key);
      forgetOld(time);
      told.set(key, time);
      tell(place, new Date(time + HOLDS_MS).toISOString());
    },
    stop(place) {
      told.delete(keyOf(place));
      tell(place, null);
    },
  };
}

function keyOf({ channelId, userId, parentId }: TypingPlace): string {
  return `${channelId} ${userId} ${parentId ?? ''}`;
}
