import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

const main = path.join(import.meta.dirname, '..', 'src', 'main.ts');
const started: ChildProcess[] = [];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

export interface RunningWorker {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it wrote so far. */
  readonly said: () => string;
  /** Its exit code and signal. */
  readonly ended: Promise<unknown[]>;
}

/** Starts the worker as a process of its own, from its sources. */
export async function runWorker(settings: Record<string, string>): Promise<RunningWorker> {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    LISTEN_HOST: '127.0.0.1',
    AUTH_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  return { child, url: `http://127.0.0.1:${port}`, said: () => said, ended: once(child, 'exit') };
}

/** Ends all that `runWorker` started. */
export function killWorkers(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}
