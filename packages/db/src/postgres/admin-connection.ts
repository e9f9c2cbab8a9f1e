import pg from 'pg';
import { secretsPath } from '../secrets-file.ts';
import { type Cluster, clusterUrl } from './cluster.ts';

const CONNECT_LIMIT_MS = 5_000;
const QUERY_LIMIT_MS = 30_000;
const WRONG_PASSWORD = '28P01';

function explain(error: unknown, { clusterDir, dataDir }: Cluster): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== WRONG_PASSWORD) return error;
  return new Error(
    `The password of ${clusterDir} is not the one in ${secretsPath(dataDir)}: put back the secrets.json that belongs to this folder.`,
  );
}

/** Runs `work` on a connection to the cluster's maintenance database. A refused password throws a sentence. */
export async function withAdmin<T>(
  cluster: Cluster,
  port: number,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw explain(error, cluster);
  } finally {
    await client.end().catch(() => {});
  }
}
