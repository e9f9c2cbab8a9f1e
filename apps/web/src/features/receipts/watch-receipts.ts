import type { InboxEvent } from '@parley/realtime/events';
import type { Message } from '@parley/realtime/shapes';
import { onChannelSignal } from '../../sync/channel-signals.ts';
import type { Api } from '../../trpc/trpc.ts';

/** After a first word, what is read within this is asked for at once, in milliseconds. */
const GATHER = 800;

export interface ReceiptSources {
  api: Api;
  onInbox(listener: (event: InboxEvent) => void): () => void;
}

export type ReceiptPlace = Pick<Message, 'channelId' | 'seq'> & {
  /** The thread whose readers count; null for those of the channel. */
  thread: string | null;
};

/** Calls `onNews` when somebody may have got or read a message: at once, then again at most every 800 ms. Returns what ends it. */
export function watchReceipts(
  { api, onInbox }: ReceiptSources,
  { channelId, seq, thread }: ReceiptPlace,
  onNews: () => void,
): () => void {
  let wait: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const askSoon = (): void => {
    if (wait !== undefined) {
      again = true;
      return;
    }
    onNews();
    wait = setTimeout(() => {
      wait = undefined;
      if (again) askSoon();
      again = false;
    }, GATHER);
  };
  const offSignals = onChannelSignal(api, channelId, (signal) => {
    if (signal.type === 'typing' || signal.seq < seq) return;
    // What was delivered is told of a conversation as a whole, its threads with it.
    if (signal.type === 'delivered' || signal.parentId === thread) askSoon();
  });
  // Signals have no numbers: after an interruption the truth is read anew.
  const offInbox = onInbox((event) => event.type === 'ready' && askSoon());
  return () => {
    clearTimeout(wait);
    offSignals();
    offInbox();
  };
}
