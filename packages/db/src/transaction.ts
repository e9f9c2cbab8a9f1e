import type pg from 'pg';
import { isTransactionConflict, isUnavailable } from './errors.ts';
import { pool } from './pool.ts';

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 5;

/** A connection that stands in a transaction. */
export type TransactionClient = pg.PoolClient;

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

export interface TransactionOptions {
  isolation?: Isolation;
}

function pause(attempt: number): Promise<void> {
  const longest = FIRST_PAUSE_MS * 4 ** attempt;
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}

async function once<T>(work: (client: pg.PoolClient) => Promise<T>, isolation: Isolation): Promise<T> {
  const client = await pool().connect();
  let broken = false;
  try {
    await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    broken = isUnavailable(error);
    // The error that counts is the first one; a connection that cannot even roll back is thrown away.
    if (!broken)
      broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Runs `work` in one transaction on a connection of its own; give the client to `prepared` statements and `client.query`.
 * Commits when `work` resolves, rolls back when it throws. A collision with another transaction runs `work` again
 * (at most four times), so it must do nothing but speak to the database: tell events after this resolves.
 *
 * For many small writes of Prisma's, `db().$transaction([a, b])` is the batch form. Prisma's interactive form costs
 * four times as much as this and belongs on no path that people wait for.
 */
export async function transaction<T>(
  work: (client: pg.PoolClient) => Promise<T>,
  { isolation = 'READ COMMITTED' }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(work, isolation);
    } catch (error) {
      if (attempt + 1 >= ATTEMPTS || !isTransactionConflict(error)) throw error;
      await pause(attempt);
    }
  }
}
