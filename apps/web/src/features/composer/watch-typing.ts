import { onChannelSignal } from '../../sync/channel-signals.ts';
import { talkOf } from '../../sync/talk.ts';
import type { Api } from '../../trpc/trpc.ts';

/** Who types is taken to type on for this long, in milliseconds. */
const HOLDS = 5_000;

export interface TypingPlace {
  api: Api;
  /** The conversation's `talkKey`. */
  talk: string;
  viewerId: string;
}

/** Calls `onTyping` with who else is typing in a conversation, by id, whenever it changes. Returns what ends it. */
export function watchTyping(
  { api, talk, viewerId }: TypingPlace,
  onTyping: (typing: ReadonlyMap<string, number>) => void,
): () => void {
  const { channelId, parentId } = talkOf(talk);
  let until = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    clearTimeout(timer);
    const now = Date.now();
    until = new Map([...until].filter(([, end]) => end > now));
    onTyping(until);
    if (until.size > 0) timer = setTimeout(show, Math.max(50, Math.min(...until.values()) - now));
  };
  const off = onChannelSignal(api, channelId, (signal) => {
    if (signal.type !== 'typing' || signal.userId === viewerId || signal.parentId !== parentId) return;
    // By this device's clock: the server's may stand elsewhere.
    if (signal.until === null) until.delete(signal.userId);
    else until.set(signal.userId, Date.now() + HOLDS);
    show();
  });
  return () => {
    clearTimeout(timer);
    off();
  };
}
