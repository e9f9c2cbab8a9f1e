import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

const candidates = [process.env.REDIS_SERVER ?? 'redis-server', 'valkey-server'];
/** What starts a Redis or Valkey server here, if there is one. */
export const redisProgram = candidates.find((candidate) => spawnSync(candidate, ['--version']).status === 0);

/** Whether a Redis or Valkey server can be started here; without one the tests on it are left out. */
export const redisInstalled = redisProgram !== undefined;

/** What a server on the loopback that forgets everything is started with. */
export const redisSettings = (port: number): string[] => [
  ...['--port', String(port), '--bind', '127.0.0.1'],
  ...['--save', '', '--appendonly', 'no'],
];

/** What `--version` says of it. */
export function redisVersion(): string {
  const said = redisProgram ? spawnSync(redisProgram, ['--version'], { encoding: 'utf8' }).stdout : '';
  return /v=([\d.]+)/.exec(said)?.[1] ?? 'unknown';
}

/** A Redis server of a test's own, on the loopback, without persistence. */
export class RedisServer {
  readonly port: number;
  readonly #settings: string[];
  #process: ChildProcess | null = null;
  #dir = '';

  constructor(port: number, settings: string[] = []) {
    this.port = port;
    this.#settings = settings;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, also after `kill`. Resolves when it takes connections. */
  async start(): Promise<this> {
    this.#dir ||= await mkdtemp(join(tmpdir(), 'parley-redis-'));
    if (!redisProgram) throw new Error('There is no redis-server here.');
    const child = spawn(redisProgram, [...redisSettings(this.port), '--dir', this.#dir, ...this.#settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stdout.on('data', (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes('eady to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error(`Redis did not start:\n${log}`)));
    });
    return this;
  }

  /** Ends it as a crash would; everything it held is gone. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Keeps it from answering, with its connections open, until `resume`. */
  stall(): void {
    this.#process?.kill('SIGSTOP');
  }

  resume(): void {
    this.#process?.kill('SIGCONT');
  }

  async remove(): Promise<void> {
    await this.kill();
    if (this.#dir) await rm(this.#dir, { recursive: true, force: true });
  }
}

/** Starts a Redis server on a free port. */
export async function startRedis(settings: string[] = []): Promise<RedisServer> {
  return new RedisServer(await freePort(), settings).start();
}
