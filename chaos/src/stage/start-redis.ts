import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '@parley/realtime/test/free-port';
import { redisProgram, redisSettings } from '@parley/realtime/test/redis-server';
import { Program } from './program.ts';

/** A Redis that forgets everything with each restart, which takes the same port again. */
export async function startRedis(): Promise<{ program: Program; url: string }> {
  if (!redisProgram) throw new Error('There is no redis-server here: install Redis or Valkey.');
  const port = await freePort();
  const program = new Program({
    name: 'Redis',
    command: redisProgram,
    args: redisSettings(port),
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
