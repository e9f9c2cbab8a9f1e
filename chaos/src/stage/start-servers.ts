import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from '@parley/realtime/test/free-port';
import { Program } from './program.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const WEB_APP = path.join(ROOT, 'apps', 'web');
const WS_SERVER = path.join(ROOT, 'apps', 'ws-server');
const PLAIN_WEB = path.join(import.meta.dirname, 'programs', 'web.ts');

/** `built`: as it is deployed. `source`: the web app's router alone, behind an HTTP server of the rig's own, and no bundles. */
export type Product = 'built' | 'source';

/** Where the servers find each other. */
export interface Backends {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

export interface Server {
  readonly program: Program;
  /** Scheme, host and port. */
  readonly origin: string;
}

/** Starts a process that serves the pages and the API. */
export function startWeb(name: string, product: Product, backends: Backends): Promise<Server> {
  if (product === 'source')
    return startServer({ name, args: () => ['--import', 'tsx', PLAIN_WEB], cwd: ROOT }, backends);
  const next = createRequire(path.join(WEB_APP, 'package.json')).resolve('next/dist/bin/next');
  const started = [next, 'start', '--keepAliveTimeout', '65000', '--hostname', '127.0.0.1', '--port'];
  const args = (port: number) => [...started, String(port)];
  return startServer({ name, args, cwd: WEB_APP }, backends);
}

/** Starts a process that serves sockets. */
export function startWs(name: string, product: Product, backends: Backends): Promise<Server> {
  const source = ['--import', 'tsx', path.join(WS_SERVER, 'src', 'main.ts')];
  const args = product === 'source' ? source : [path.join(WS_SERVER, 'dist', 'main.mjs')];
  return startServer({ name, args: () => args, cwd: ROOT }, backends);
}

interface ServerProgram {
  readonly name: string;
  readonly args: (port: number) => string[];
  readonly cwd: string;
}

async function startServer({ name, args, cwd }: ServerProgram, backends: Backends): Promise<Server> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const program = new Program({
    name,
    command: process.execPath,
    args: args(port),
    cwd,
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      LISTEN_HOST: '127.0.0.1',
      PUBLIC_URL: origin,
      DATABASE_URL: backends.databaseUrl,
      REDIS_URL: backends.redisUrl,
      AUTH_SECRET: 'a secret of this rig alone, at least 32 letters long',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
    isReady: () => isReady(origin),
  });
  return { program: await program.start(), origin };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
