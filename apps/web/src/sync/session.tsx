'use client';

import type { User } from '@parley/realtime/shapes';
import { createContext, use } from 'react';

/** Who is signed in, and where. */
export interface Session {
  me: User;
  workspace: { id: string; slug: string; role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST' };
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in, and where. Throws outside of `SyncProvider`. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SyncProvider above it.');
  return session;
}
