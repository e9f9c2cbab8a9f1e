import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';

const candidates = [process.env.REDIS_SERVER ?? 'redis-server', 'valkey-server'];
const command = candidates.find((candidate) => spawnSync(candidate, ['--version']).status === 0);

/** Whether a Redis or Valkey server can be started here. */
export const redisInstalled = command !== undefined;

/** What `--version` says of it. */
export function redisVersion(): string {
  const said = command ? spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout : '';
  return /v=([\d.]+)/.exec(said)?.[1] ?? 'unknown';
}

/** Starts a Redis of this process's own, without persistence. */
export async function startRedis(): Promise<{ readonly url: string; readonly stop: () => void }> {
  if (!command) throw new Error('There is no redis-server here: install Redis or Valkey.');
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  let log = '';
  while (!log.includes('eady to accept connections')) {
    const chunks: unknown[] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(10_000) });
    log += String(chunks[0]);
  }
  child.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, stop };
}
