'use client';

import type { ReactNode } from 'react';
import { type Session, SessionContext } from './session.tsx';

export interface SyncProviderProps extends Session {
  children: ReactNode;
}

/**
 * Keeps this browser's copy of a workspace true: one inbox subscription, the messages of open channels, what waits to
 * be sent, drafts, read positions. Stands inside `ApiProvider`, once, around all that shows the workspace.
 */
export function SyncProvider({ me, workspace, children }: SyncProviderProps) {
  return <SessionContext value={{ me, workspace }}>{children}</SessionContext>;
}
