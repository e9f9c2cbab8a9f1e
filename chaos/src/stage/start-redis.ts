import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port.ts';
import { Program } from './program.ts';

const candidates = [process.env.REDIS_SERVER ?? 'redis-server', 'valkey-server'];
const command = candidates.find((candidate) => spawnSync(candidate, ['--version']).status === 0);

/** Whether a Redis or Valkey server can be started here. */
export const redisInstalled = command !== undefined;

/** What `--version` says of it. */
export function redisVersion(): string {
  const said = command ? spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout : '';
  return /v=([\d.]+)/.exec(said)?.[1] ?? 'unknown';
}

/** A Redis that forgets everything with each restart, which takes the same port again. */
export async function startRedis(): Promise<{ program: Program; url: string }> {
  if (!command) throw new Error('There is no redis-server here: install Redis or Valkey.');
  const port = await freePort();
  const program = new Program({
    name: 'Redis',
    command,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    isReady: () => answersPing(port),
  });
  return { program: await program.start(), url: `redis://127.0.0.1:${port}` };
}

async function answersPing(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write('PING\r\n');
    const answer: unknown[] = await once(socket, 'data', { signal: AbortSignal.timeout(1_000) });
    return String(answer[0]).startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
