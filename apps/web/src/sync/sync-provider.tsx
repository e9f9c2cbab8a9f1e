'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { PresenceHeartbeat } from '../features/presence/presence-heartbeat.tsx';
import { useLiveConnection } from '../trpc/provider.tsx';
import { useTRPCClient } from '../trpc/trpc.ts';
import { type Session, SessionContext } from './session.tsx';
import { SyncEngine } from './sync-engine.ts';

const EngineContext = createContext<SyncEngine | null>(null);

/** The browser's copy of the workspace. Throws outside of `SyncProvider`. */
export function useSync(): SyncEngine {
  const engine = use(EngineContext);
  if (!engine) throw new Error('useSync needs a SyncProvider above it.');
  return engine;
}

export interface SyncProviderProps extends Session {
  children: ReactNode;
}

/**
 * Keeps this browser's copy of a workspace true: one inbox subscription, the messages of open channels, what waits to
 * be sent, drafts, read positions. Stands inside `ApiProvider`, once, around all that shows the workspace.
 */
export function SyncProvider({ me, workspace, children }: SyncProviderProps) {
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const connection = useLiveConnection();
  const { id, slug, role } = workspace;
  const session = useMemo<Session>(() => ({ me, workspace: { id, slug, role } }), [me, id, slug, role]);
  const viewerId = me.id;
  const engine = useMemo(
    () => new SyncEngine({ viewerId, workspaceId: id, api, queryClient, connection }),
    [viewerId, id, api, queryClient, connection],
  );
  useRunning(engine);
  useEffect(() => engine.people.remember([me]), [engine, me]);
  return (
    <SessionContext value={session}>
      <EngineContext value={engine}>
        <PresenceHeartbeat />
        {children}
      </EngineContext>
    </SessionContext>
  );
}

/** Starts an engine and stops it when it is no longer used. In development React runs effects twice; it starts once. */
function useRunning(engine: SyncEngine): void {
  useEffect(() => {
    clearTimeout(stopping.get(engine));
    engine.start();
    return () => {
      stopping.set(
        engine,
        setTimeout(() => engine.stop(), 0),
      );
    };
  }, [engine]);
}

const stopping = new WeakMap<SyncEngine, ReturnType<typeof setTimeout>>();
