import type { PresenceChange } from '@parley/realtime/signals';
import { type Acquaintance, findPresenceViews, type PresenceView } from '../access/person-access.ts';
import { gather } from '../gather.ts';

function keyOf({ viewerId, userId }: Acquaintance): string {
  return `${viewerId} ${userId}`;
}

const asked = gather<Acquaintance, PresenceView>({
  waitMs: 20,
  most: 5_000,
  keyOf,
  ask: async (pairs) => new Map((await findPresenceViews(pairs)).map((view) => [keyOf(view), view])),
});

/** What the viewer may see of this person now; null for somebody unknown. All asked within 20 ms become one query. */
export function presenceView(viewerId: string, userId: string): Promise<PresenceView | null> {
  return asked({ viewerId, userId });
}

/**
 * A person's presence as somebody may see it. What is not for them looks like being offline: since the block, if one of
 * them blocked the other, so that it cannot be told from somebody who went.
 */
export function seenPresence(change: PresenceChange, { shared, blockedAt }: PresenceView): PresenceChange {
  if (shared && blockedAt === null) return change;
  const { userId, lastActiveAt } = change;
  const offline = { userId, status: 'OFFLINE', lastActiveAt: null } as const;
  if (!shared || blockedAt === null || lastActiveAt === null) return offline;
  const since = new Date(blockedAt).toISOString();
  return { ...offline, lastActiveAt: lastActiveAt < since ? lastActiveAt : since };
}
