import { processState } from '@parley/db/process-state';
import { LRUCache } from 'lru-cache';
import type { Caller } from './caller.ts';

const MAX_CALLERS = 20_000;
const CACHED_MS = 1000;

interface CallerCache {
  readonly known: LRUCache<string, Caller>;
  readonly loading: Map<string, Promise<Caller | null>>;
  /** Counts what was forgotten: a look-up that began before must not be kept after. */
  forgotten: number;
}

function cache(): CallerCache {
  return processState<CallerCache>('auth.callers', () => ({
    known: new LRUCache({ max: MAX_CALLERS, ttl: CACHED_MS, ttlResolution: 0 }),
    loading: new Map(),
    forgotten: 0,
  }));
}

/**
 * The caller under `key`, looked up at most once a second. Callers who ask at the same moment share one look-up, and
 * somebody unknown is looked up each time.
 */
export function cachedCaller(key: string, find: () => Promise<Caller | null>): Promise<Caller | null> {
  const { known, loading } = cache();
  const caller = known.get(key);
  if (caller) return Promise.resolve(caller);
  const present = loading.get(key);
  if (present) return present;
  const started = load(key, find);
  loading.set(key, started);
  return started;
}

async function load(key: string, find: () => Promise<Caller | null>): Promise<Caller | null> {
  const shared = cache();
  const { forgotten } = shared;
  try {
    const caller = await find();
    if (caller && shared.forgotten === forgotten) shared.known.set(key, caller);
    return caller;
  } finally {
    if (shared.forgotten === forgotten) shared.loading.delete(key);
  }
}

function forget(matches: (caller: Caller) => boolean): void {
  const { known, loading } = cache();
  cache().forgotten += 1;
  loading.clear();
  for (const [key, caller] of known.entries()) if (matches(caller)) known.delete(key);
}

/** Makes this process ask the database about these sessions at the next call. Say it after the change is committed. */
export function forgetSessions(sessionIds: readonly string[]): void {
  if (sessionIds.length === 0) return;
  const ended = new Set(sessionIds);
  forget((caller) => ended.has(caller.session.id));
}

/** The same for all sessions of a person whose name or rights changed. */
export function forgetUser(userId: string): void {
  forget((caller) => caller.user.id === userId);
}
