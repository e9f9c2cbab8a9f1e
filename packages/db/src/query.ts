import { createHash } from 'node:crypto';
import type pg from 'pg';
import { isUnavailable } from './errors.ts';
import { keepsPlans, pool } from './pool.ts';

/** Whoever asked is told within 5 s, with what else an answer takes. */
const QUERY_TIMEOUT_MS = 4_000;
const PLAN_CHANGED = 'cached plan must not change result type';

/** Anything that pg sends as a parameter: text, numbers, booleans, null, Date, Buffer, and arrays of these. */
export type SqlValue = string | number | bigint | boolean | null | Date | Buffer | readonly SqlValue[];

export interface Statement {
  /** Short and unique in the code base; shows in the database's own statistics. */
  name: string;
  text: string;
}

export type Prepared<TRow> = (values: readonly SqlValue[], client?: pg.PoolClient) => Promise<TRow[]>;

/**
 * A hot statement, parsed and planned once per connection. The answer takes its parameters and, inside a `transaction`,
 * that transaction's client. Rows come as pg gives them: timestamptz as Date, int8 as string, int4 as number.
 * A database that does not answer within 4 s is an error for which `isUnavailable` is true.
 */
export function prepared<TRow extends pg.QueryResultRow>({ name, text }: Statement): Prepared<TRow> {
  // The text is part of the name: a reloaded module may carry a changed text to a connection that knows the old one.
  const unique = `${name.slice(0, 46)}_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;

  const query = async (client: pg.PoolClient, values: readonly SqlValue[]): Promise<TRow[]> => {
    const config = {
      text,
      values: [...values],
      query_timeout: QUERY_TIMEOUT_MS,
    };
    const result = await client.query<TRow>(keepsPlans() ? { ...config, name: unique } : config);
    return result.rows;
  };

  const onFreshConnection = async (values: readonly SqlValue[], retry: boolean): Promise<TRow[]> => {
    const client = await pool().connect();
    let broken = false;
    try {
      return await query(client, values);
    } catch (error) {
      const planChanged = error instanceof Error && error.message.includes(PLAN_CHANGED);
      broken = planChanged || isUnavailable(error);
      if (!planChanged || !retry) throw error;
    } finally {
      client.release(broken);
    }
    return onFreshConnection(values, false);
  };

  return (values, client) => (client ? query(client, values) : onFreshConnection(values, true));
}
