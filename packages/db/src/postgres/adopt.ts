import { realpathSync, rmSync } from 'node:fs';
import { isUnavailable } from '../errors.ts';
import { withAdmin } from './admin-connection.ts';
import type { Cluster } from './cluster.ts';
import { isPostgres, postmasterFile, readPostmaster } from './postmaster.ts';

const ADOPT_LIMIT_MS = 20_000;
const RETRY_MS = 100;

/** Is the server on that port the one of this cluster? */
async function answersFor(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return await withAdmin(cluster, port, async (client) => {
      const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
      return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(cluster.clusterDir);
    });
  } catch (error) {
    if (isUnavailable(error)) return false;
    throw error;
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
