'use client';

import type { Presence } from '@parley/ui/presence-dot';
import { createContext, use } from 'react';

/** Who of the people that a place shows is there, by id: one subscription for all of them. */
export const PresenceContext = createContext<ReadonlyMap<string, Presence>>(new Map());

/** Whether a person is there, as the place around says; undefined while it is not known. */
export function usePresenceOf(userId: string): Presence | undefined {
  return use(PresenceContext).get(userId);
}
