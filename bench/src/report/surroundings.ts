import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { pool } from '@parley/db/pool';
import { redisVersion } from '@parley/realtime/test/redis-server';
import manifest from '../../package.json' with { type: 'json' };

const versions = manifest.devDependencies;

/** What the figures were measured on and with, a line each. */
export async function surroundings(): Promise<string[]> {
  const { rows } = await pool().query<{ server_version: string }>('SHOW server_version');
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const packages = [
    `Socket.IO ${versions['socket.io']}`,
    `tRPC ${versions['@trpc/server']}`,
    `superjson ${versions.superjson}`,
  ];
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} at commit ${commit()}: ${machine}, ${type()} ${release()}, loopback,`,
    'load generator and database on the same machine.',
    `Node ${process.versions.node}, PostgreSQL ${rows[0]?.server_version ?? 'unknown'} (fsync and synchronous_commit on),`,
    `Redis ${redisVersion()}, ${packages.join(', ')}.`,
  ];
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
