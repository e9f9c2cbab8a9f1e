import { realpathSync, rmSync } from 'node:fs';
import pg from 'pg';
import { isUnavailable } from '../errors.ts';
import { secretsPath } from '../secrets-file.ts';
import { type Cluster, clusterUrl } from './cluster.ts';
import { isPostgres, postmasterFile, readPostmaster } from './postmaster.ts';

const ADOPT_LIMIT_MS = 20_000;
const RETRY_MS = 100;

const WRONG_PASSWORD = '28P01';

/** Is the server on that port the one of this cluster? Throws a sentence when it refuses our password. */
export async function answersFor(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(cluster.clusterDir);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) {
      throw new Error(
        `The password of ${cluster.clusterDir} is not the one in ${secretsPath(cluster.dataDir)}: put back the secrets.json that belongs to this folder.`,
      );
    }
    if (isUnavailable(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Finds the server that an earlier process left running, and answers its port; undefined when there is none. What a
 * dead server left behind is cleared away. Throws a sentence when a living one holds the folder and does not answer.
 */
export async function adoptRunning(cluster: Cluster): Promise<number | undefined> {
  const deadline = Date.now() + ADOPT_LIMIT_MS;
  while (Date.now() < deadline) {
    const found = readPostmaster(cluster.clusterDir);
    if (!found) return undefined;
    if (!isPostgres(found.pid)) {
      rmSync(postmasterFile(cluster.clusterDir), { force: true });
      return undefined;
    }
    if (found.port > 0 && (await answersFor(cluster, found.port))) return found.port;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  const pid = readPostmaster(cluster.clusterDir)?.pid;
  throw new Error(
    `A Postgres (process ${pid}) holds ${cluster.clusterDir} and does not answer: stop it with "kill ${pid}" and start again.`,
  );
}
