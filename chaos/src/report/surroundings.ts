import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { pool } from '@parley/db/pool';
import { redisVersion } from '@parley/realtime/test/redis-server';

/** What a run ran on, a line each. */
export async function surroundings(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes') ORDER BY name`,
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  const durability = ['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `${name} ${settings.get(name)}`);
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${settings.get('server_version')}, Redis ${redisVersion()}, commit ${commit()}`,
    durability.join(', '),
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
