import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
}

/** The file in which a running Postgres says who it is. */
export function postmasterFile(clusterDir: string): string {
  return path.join(clusterDir, 'postmaster.pid');
}

/** What the folder's postmaster.pid says; undefined when there is none. The process may be long gone. */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  const file = postmasterFile(clusterDir);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** The program behind a process id; undefined when there is no such process, or none that can be told. */
function programOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0];
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch {
    return undefined;
  }
}

/** Is the process a Postgres? After a crash or in a new container the id may belong to somebody else. */
export function isPostgres(pid: number): boolean {
  return programOf(pid)?.includes('postgres') ?? false;
}
