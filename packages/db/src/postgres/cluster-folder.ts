import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { postgresVersion } from './binaries.ts';
import { explainFailure } from './explain-failure.ts';
import type { PostgresRunner } from './run-as.ts';

/** The cluster's superuser, the one that Parley works as. */
export const clusterUser = 'parley';

export interface NewCluster {
  clusterDir: string;
  initdb: string;
  password: string;
  runner: PostgresRunner;
  /** Without waiting for the disk: for tests only. */
  fast: boolean;
}

/** Is there a cluster that this Postgres can open? Throws a sentence when there is something else. */
export function hasCluster(clusterDir: string): boolean {
  if (!existsSync(clusterDir)) return false;
  const versionFile = path.join(clusterDir, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(clusterDir).length === 0) return false;
    throw new Error(
      `${clusterDir} is not a database folder, or it is damaged (PG_VERSION is missing): restore it from a backup, or move it away to begin anew.`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== postgresVersion) {
    throw new Error(
      `${clusterDir} was made by Postgres ${version || '(unreadable)'}, and this Parley carries ${postgresVersion}: start the Parley that made it, or move the data over with pg_dump and pg_restore.`,
    );
  }
  return true;
}

function privateFolder(folder: string, { account }: PostgresRunner): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Makes a new cluster. It appears under its name only when it is whole, so an interrupted start leaves nothing half. */
export async function createCluster({ clusterDir, initdb, password, runner, fast }: NewCluster): Promise<void> {
  const draft = `${clusterDir}.new`;
  const passwordFile = path.join(draft, '..', 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  privateFolder(draft, runner);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runner.account) chownSync(passwordFile, runner.account.uid, runner.account.gid);
  try {
    const { code, output } = await runner.run(initdb, [
      ...['-D', draft, '-U', clusterUser, '--pwfile', passwordFile, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(fast ? ['--no-sync'] : []),
    ]);
    if (code !== 0) throw new Error(explainFailure(output, { clusterDir, logFile: draft }));
    chmodSync(draft, 0o700);
    if (existsSync(clusterDir)) rmdirSync(clusterDir);
    renameSync(draft, clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}
