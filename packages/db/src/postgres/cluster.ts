import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { keptSecret } from '../secrets-file.ts';
import { type PostgresBinaries, postgresBinaries } from './binaries.ts';
import { clusterUser } from './cluster-folder.ts';
import { type PostgresRunner, postgresRunner } from './run-as.ts';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** One cluster of the built-in Postgres: where it lies and how it is run. */
export interface Cluster {
  dataDir: string;
  clusterDir: string;
  logFile: string;
  /** Remembers the port from start to start. */
  portFile: string;
  password: string;
  binaries: PostgresBinaries;
  runner: PostgresRunner;
  /** Without waiting for the disk: for tests only. */
  fast: boolean;
}

/** Makes ready what a cluster in this folder needs: the folder, the log, the password, an account that may use them. */
export function openCluster(dataDir: string, fast: boolean): Cluster {
  const root = process.getuid?.() === 0;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Under root the server runs as another account, which must pass this folder but need not list it.
  if (root) chmodSync(dataDir, 0o711);
  const binaries = postgresBinaries();
  const runner = postgresRunner([binaries.initdb, binaries.pgCtl, dataDir]);
  const logFile = path.join(dataDir, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  closeSync(openSync(logFile, 'a', 0o600));
  if (runner.account) chownSync(logFile, runner.account.uid, runner.account.gid);
  return {
    dataDir,
    clusterDir: path.join(dataDir, 'postgres'),
    logFile,
    portFile: path.join(dataDir, 'postgres.port'),
    password: keptSecret(dataDir, 'POSTGRES_PASSWORD'),
    binaries,
    runner,
    fast,
  };
}

/** The address of one of the cluster's databases. */
export function clusterUrl({ password }: Cluster, port: number, database: string): string {
  return `postgresql://${clusterUser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** What the server is started with: reachable from this machine alone, over TCP alone. */
export function serverOptions({ fast }: Cluster, port: number): string {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    // Disks have no arms any more: without it the planner reads a whole small table where a probe of its index would do.
    'random_page_cost=1.1',
    'max_connections=200',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB'] : []),
  ];
  return settings.map((setting) => `-c ${setting}`).join(' ');
}
