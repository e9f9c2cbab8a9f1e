import { statSync, writeFileSync } from 'node:fs';
import { withAdmin } from './postgres/admin-connection.ts';
import { adoptRunning } from './postgres/adopt.ts';
import { type Cluster, clusterUrl, openCluster, serverOptions } from './postgres/cluster.ts';
import { createCluster, hasCluster } from './postgres/cluster-folder.ts';
import { explainFailure, tailOf } from './postgres/explain-failure.ts';
import { freePort } from './postgres/free-port.ts';
import { isPostgres, readPostmaster } from './postgres/postmaster.ts';

const START_LIMIT_S = 120;
const STOP_LIMIT_S = 4;
const PORT_ATTEMPTS = 5;
const DATABASE = 'parley';

export interface EmbeddedOptions {
  /** Absolute path of DATA_DIR; the cluster lies in its folder `postgres`. */
  dataDir: string;
  /** Without waiting for the disk, so that a power cut may lose data: for tests only. */
  fast?: boolean;
}

export interface EmbeddedPostgres {
  /** The address of the database of that name; of Parley's own when left out. */
  url: (database?: string) => string;
  port: number;
  /** True when it was running already: an earlier process ended without a chance to stop it. */
  adopted: boolean;
  /** Does its process live? */
  isRunning: () => boolean;
  /** Stops the server within about six seconds. */
  stop: () => Promise<void>;
  /** Ends it at once. What is committed stays safe, the next start replays it. */
  kill: () => void;
}

async function launch(cluster: Cluster, attempt = 1): Promise<number> {
  const port = await freePort(cluster.portFile);
  const logged = statSync(cluster.logFile).size;
  const { code, output } = await cluster.runner.run(cluster.binaries.pgCtl, [
    ...['start', '-D', cluster.clusterDir, '-l', cluster.logFile],
    ...['-w', '-t', String(START_LIMIT_S), '-o', serverOptions(cluster, port)],
  ]);
  if (code === 0) {
    writeFileSync(cluster.portFile, `${port}\n`);
    return port;
  }
  const said = `${tailOf(cluster.logFile, logged)}\n${output}`;
  // Somebody took the port between the look and the start.
  if (/Address already in use/.test(said) && attempt < PORT_ATTEMPTS) return launch(cluster, attempt + 1);
  throw new Error(explainFailure(said, cluster));
}

async function halt({ runner, binaries, clusterDir }: Cluster): Promise<void> {
  const stop = (mode: 'fast' | 'immediate', seconds: number) =>
    runner.run(binaries.pgCtl, ['stop', '-D', clusterDir, '-m', mode, '-w', '-t', String(seconds)]);
  const { code, output } = await stop('fast', STOP_LIMIT_S);
  // What is committed is on disk already: an immediate stop only makes the next start replay it.
  if (code !== 0 && !/no server running|PID file .* does not exist/.test(output)) await stop('immediate', 2);
}

function kill({ clusterDir }: Cluster): void {
  const pid = readPostmaster(clusterDir)?.pid;
  if (pid && isPostgres(pid)) process.kill(pid, 'SIGQUIT');
}

function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  return withAdmin(cluster, port, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

/**
 * Starts the Postgres that Parley carries, in `dataDir`, or takes over the one still running there; makes the cluster and
 * the database when missing. It runs apart from this process: Ctrl-C does not reach it, `stop` ends it. What goes wrong
 * (full disk, damaged folder, other version, no permission) throws one sentence that says what to do.
 */
export async function startEmbeddedPostgres({ dataDir, fast = false }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = openCluster(dataDir, fast);
  if (!hasCluster(cluster.clusterDir)) await createCluster({ ...cluster, initdb: cluster.binaries.initdb });
  const running = await adoptRunning(cluster);
  const port = running ?? (await launch(cluster));
  try {
    await ensureDatabase(cluster, port);
  } catch (error) {
    if (running === undefined) await halt(cluster);
    throw error;
  }
  return {
    url: (database = DATABASE) => clusterUrl(cluster, port, database),
    port,
    adopted: running !== undefined,
    isRunning: () => isPostgres(readPostmaster(cluster.clusterDir)?.pid ?? 0),
    stop: () => halt(cluster),
    kill: () => kill(cluster),
  };
}
