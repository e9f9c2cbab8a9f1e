import path from 'node:path';
import { freePort } from '@parley/realtime/test/free-port';
import { Child } from './child.ts';
import { productEnv } from './product-env.ts';
import { until } from './until.ts';

const MAIN = path.resolve(import.meta.dirname, '..', '..', '..', 'apps', 'ws-server', 'dist', 'main.mjs');

/** Starts the socket server as it is deployed. Resolves when it serves. */
export async function startSocketServer(backends: {
  databaseUrl: string;
  redisUrl: string;
}): Promise<{ port: number; child: Child }> {
  const port = await freePort();
  const child = new Child({ name: 'the socket server', script: MAIN, env: productEnv({ port, ...backends }) });
  await until('the socket server serves', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    return answer?.ok ?? false;
  });
  return { port, child };
}
