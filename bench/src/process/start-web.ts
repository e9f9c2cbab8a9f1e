import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from '@parley/realtime/test/free-port';
import { Child } from './child.ts';
import { productEnv } from './product-env.ts';
import { until } from './until.ts';

const WEB_APP = path.resolve(import.meta.dirname, '..', '..', '..', 'apps', 'web');

/** Starts the web app as it is deployed. Resolves when it serves. */
export async function startWeb(backends: {
  databaseUrl: string;
  redisUrl: string;
}): Promise<{ port: number; child: Child }> {
  const port = await freePort();
  const next = createRequire(path.join(WEB_APP, 'package.json')).resolve('next/dist/bin/next');
  const args = ['start', '--keepAliveTimeout', '65000', '--hostname', '127.0.0.1', '--port', String(port)];
  const child = new Child({
    name: 'the web app',
    script: next,
    args,
    cwd: WEB_APP,
    env: productEnv({ port, ...backends }),
  });
  await until('the web app serves', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    return answer?.ok ?? false;
  });
  return { port, child };
}
