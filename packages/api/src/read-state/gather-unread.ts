import { gather } from '../gather.ts';
import { type ReadState, readUnread } from './unread.ts';
import { readUnreadTogether } from './unread-together.ts';

function keyOf({ userId, channelId }: { readonly userId: string; readonly channelId: string }): string {
  return `${userId} ${channelId}`;
}

const asked = gather<{ userId: string; channelId: string }, ReadState>({
  waitMs: 20,
  most: 5_000,
  keyOf,
  ask: async (places) => {
    const states = places.length === 1 ? await readUnread(places) : await readUnreadTogether(places);
    return new Map(states.map((state) => [keyOf(state), state]));
  },
});

/**
 * The read state of one person in one channel, or null for a non-member. All that is asked within 20 ms by the inboxes
 * of this process becomes one query.
 */
export function gatherUnread(userId: string, channelId: string): Promise<ReadState | null> {
  return asked({ userId, channelId });
}
