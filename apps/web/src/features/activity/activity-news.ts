import type { InboxEvent } from '@parley/realtime/events';

/** What happens within this is read at once, in milliseconds. */
const GATHER = 400;

const news = new Set(['ready', 'readElsewhere', 'threadActivity', 'activityChanged', 'notification']);

/** Whether what the inbox says may change the list. `mentions` holds what was said of each channel last. */
function concerns(event: InboxEvent, mentions: Map<string, number>): boolean {
  if (event.type !== 'channelActivity') return news.has(event.type);
  const before = mentions.get(event.channelId) ?? 0;
  mentions.set(event.channelId, event.mentions);
  return event.mentions > 0 || before > 0;
}

/** Calls `onNews` soon after the inbox said what may change the list of what concerns the viewer. Returns what ends it. */
export function watchActivity(
  onInbox: (listener: (event: InboxEvent) => void) => () => void,
  onNews: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mentions = new Map<string, number>();
  const off = onInbox((event) => {
    if (!concerns(event, mentions)) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      onNews();
    }, GATHER);
  });
  return () => {
    off();
    clearTimeout(timer);
  };
}
