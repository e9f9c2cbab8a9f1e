'use client';

import type { Presence } from '@parley/ui/presence-dot';

const none: ReadonlyMap<string, Presence> = new Map();

/** Who of these people is there, by id; those not yet known are absent. At most 500 ids. */
export function usePresence(_userIds: readonly string[]): ReadonlyMap<string, Presence> {
  return none;
}
