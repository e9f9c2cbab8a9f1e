import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { leash, unleash } from './leash.ts';
import { until } from './until.ts';

const KEPT_OUTPUT = 8_000;

export interface ProgramOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it serves. Asked again and again after a start. */
  readonly isReady: () => Promise<boolean>;
}

/** A process of the stage, which can be killed and is started again by its supervisor. */
export class Program {
  readonly name: string;
  /** Ends that nobody asked for. */
  readonly crashes: string[] = [];
  readonly #options: ProgramOptions;
  #process: ChildProcess | null = null;
  #output = '';

  constructor(options: ProgramOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts it. Resolves when it serves. */
  async start(): Promise<this> {
    const { name, command, args, cwd, env, isReady } = this.#options;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    leash(child);
    const keep = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (code, signal) => {
      unleash(child);
      if (this.#process === child) this.crashes.push(`${name} ended by itself (${signal ?? code}):\n${this.#output}`);
    });
    try {
      await until(`${name} serves`, () => {
        if (child.exitCode !== null) throw new Error(`${name} did not start:\n${this.#output}`);
        return isReady();
      });
    } catch (error) {
      await this.stop();
      throw error;
    }
    return this;
  }

  /** Ends it as a crash would, and starts it again after `downMs` milliseconds. Resolves when it serves again. */
  async killAndRestart(downMs: number): Promise<void> {
    await this.#end('SIGKILL');
    await pause(downMs);
    await this.start();
  }

  /** Ends it for good. */
  stop(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}
