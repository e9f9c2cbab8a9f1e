import type { InboxEvent } from '@parley/realtime/events';
import type { QueryClient } from '@tanstack/react-query';

/** What the answers of procedures depend on, for those that nothing else keeps. After `ready` something may have been missed. */
const stale: Partial<Record<InboxEvent['type'], readonly string[]>> = {
  ready: ['emoji.list', 'message.savedIds', 'user.blocked'],
  blockedChanged: ['user.blocked'],
  emojiChanged: ['emoji.list'],
  savedChanged: ['message.savedIds', 'message.saved'],
};

/** Reads anew what an event makes stale: at once what is shown, the rest when it is wanted again. */
export function readAnew(queryClient: QueryClient, { type }: InboxEvent): void {
  for (const name of stale[type] ?? []) void queryClient.invalidateQueries({ queryKey: [name.split('.')] });
}
