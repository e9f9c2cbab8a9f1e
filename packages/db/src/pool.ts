import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type DbEnv, dbEnv } from './env.ts';
import { processState } from './process-state.ts';

const CONNECT_TIMEOUT_MS = 4_000;
const IDLE_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;

interface PoolState {
  url: string | undefined;
  pool: pg.Pool | undefined;
  adapter: PrismaPg | undefined;
  preparedStatements: boolean;
  onIdleError: (error: Error) => void;
}

function state(): PoolState {
  return processState<PoolState>('db.pool', () => ({
    url: undefined,
    pool: undefined,
    adapter: undefined,
    preparedStatements: true,
    onIdleError: () => {},
  }));
}

function makePool(url: string, env: DbEnv): pg.Pool {
  const limits = {
    statement_timeout: env.statementTimeout,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: env.poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    query_timeout: env.statementTimeout + CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'parley',
    // A transaction pooler refuses start-up parameters that it does not know: there the role carries these limits.
    ...(env.preparedStatements ? limits : {}),
  });
  // Without a listener, a connection that dies while idle would end the process. The pool has already dropped it.
  pool.on('error', (error) => state().onIdleError(error));
  return pool;
}

/**
 * The process's one pool of connections, made at the first call from DATABASE_URL (or what `connectTo` said).
 * Throws a sentence when neither is given.
 */
export function pool(): pg.Pool {
  const shared = state();
  if (shared.pool) return shared.pool;
  const env = dbEnv();
  const url = shared.url ?? env.databaseUrl;
  if (!url) {
    throw new Error(
      'There is no database: set DATABASE_URL=postgresql://user:password@host:5432/database and start again.',
    );
  }
  shared.pool = makePool(url, env);
  shared.preparedStatements = env.preparedStatements;
  // Made beside the pool: to the adapter of another copy of this package the pool would be no `instanceof Pool`.
  shared.adapter = new PrismaPg(shared.pool);
  return shared.pool;
}

/** Prisma's way to the same pool. */
export function poolAdapter(): PrismaPg {
  pool();
  const { adapter } = state();
  if (!adapter) throw new Error('The pool was opened without its adapter.');
  return adapter;
}

/** May statements keep their plan on a connection? Known once the pool is open. */
export function keepsPlans(): boolean {
  return state().preparedStatements;
}

/** Points the process at another database from the next call of `pool()` on. Call it before the first use, or after `closePool()`. */
export function connectTo(url: string | undefined): void {
  const shared = state();
  if (shared.pool) throw new Error('The pool is open: close it before connecting to another database.');
  shared.url = url;
}

/** Is told of connections that break while nobody uses them (a database restart). They are replaced by themselves. */
export function onIdleConnectionError(listener: (error: Error) => void): void {
  state().onIdleError = listener;
}

/** Connections in the pool: open in all, idle, and callers that wait for one. */
export function poolUsage(): { total: number; idle: number; waiting: number } {
  const current = state().pool;
  return {
    total: current?.totalCount ?? 0,
    idle: current?.idleCount ?? 0,
    waiting: current?.waitingCount ?? 0,
  };
}

/**
 * Closes every connection once its query is done. A query that is asked meanwhile opens the pool anew, and that one is
 * closed too; one that is asked afterwards opens it for good.
 */
export async function closePool(): Promise<void> {
  const shared = state();
  while (shared.pool) {
    const current = shared.pool;
    shared.pool = undefined;
    shared.adapter = undefined;
    await current.end();
  }
}
