import pg from 'pg';

/** Any number of ours; held for as long as a process lives off this data folder. */
const LOCK_KEY = 7_236_402;

export interface InstanceLock {
  release: () => Promise<void>;
}

interface Holder {
  application_name: string;
}

/**
 * Makes sure that one process alone runs on the built-in database at `url`. The lock is a connection, so it ends with the
 * process however that ends. `label` says to others who holds it. Throws a sentence when another process does.
 */
export async function claimInstance(url: string, label: string): Promise<InstanceLock> {
  const client = new pg.Client({ connectionString: url, application_name: label, keepAlive: true });
  // Postgres ends the connection when it stops; by then the lock has served.
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ claimed: boolean }>('SELECT pg_try_advisory_lock($1) AS claimed', [LOCK_KEY]);
  if (rows[0]?.claimed) return { release: () => client.end() };
  const holders = await client.query<Holder>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [LOCK_KEY],
  );
  await client.end();
  const holder = holders.rows[0]?.application_name ?? 'another process';
  throw new Error(
    `Parley is already running with this data folder (${holder}): stop it first, or set DATA_DIR to another folder.`,
  );
}
