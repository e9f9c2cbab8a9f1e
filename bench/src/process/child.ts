import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const USAGE = path.join(import.meta.dirname, 'usage.mjs');
/** What a child says when it answers to commands. */
export const READY = 'ready';

const KEPT_OUTPUT = 8_000;

/** What a child answers to, by command. */
export type Commands = Record<string, (input: never) => unknown>;

/** What every child says of itself: CPU time since its start in milliseconds, and its resident memory in bytes. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

export interface ChildOptions {
  readonly name: string;
  /** The script to run; one in TypeScript is run as it is. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Asked {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly output?: unknown;
  readonly error?: string;
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number';
}

/** A process of its own, which does what it is asked and ends with this one. */
export class Child<C extends Commands = Commands> {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #asked = new Map<number, Asked>();
  readonly #answering: Promise<void>;
  #startsAnswering: () => void = () => undefined;
  #nextId = 1;
  #output = '';
  #failure: Error | null = null;
  /** Told what the child says of its own accord. */
  onWord: (word: unknown) => void = () => undefined;

  constructor({ name, script, args = [], cwd = ROOT, env = {} }: ChildOptions) {
    this.name = name;
    const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
    this.#process = fork(script, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      execArgv: [...loader, '--expose-gc', '--import', USAGE],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#answering = new Promise((resolve) => {
      this.#startsAnswering = resolve;
    });
    const keep = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    this.#process.stdout?.on('data', keep);
    this.#process.stderr?.on('data', keep);
    this.#process.on('message', (message) => this.#hear(message));
    this.#process.once('exit', (code, signal) => this.#ended(String(signal ?? code)));
  }

  /** Resolves with the answer; rejects with the child's error, or when it ends. */
  async ask<K extends keyof C & string>(command: K, input: Parameters<C[K]>[0]): Promise<Awaited<ReturnType<C[K]>>> {
    await this.#answering;
    const output = await this.#ask(command, input);
    return output as Awaited<ReturnType<C[K]>>;
  }

  /** `collect`: after a full garbage collection. */
  usage({ collect }: { collect: boolean }): Promise<Usage> {
    return this.#ask('usage', { collect }).then((output) => output as Usage);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await exited;
  }

  #ask(command: string, input: unknown): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const id = this.#nextId;
      this.#nextId += 1;
      this.#asked.set(id, { resolve, reject });
      this.#process.send({ id, command, input });
    });
  }

  #hear(message: unknown): void {
    if (message === READY) this.#startsAnswering();
    else if (isAnswer(message)) this.#settle(message);
    else this.onWord(message);
  }

  #settle(message: Answer): void {
    const asked = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.output);
    else asked?.reject(new Error(`${this.name}: ${message.error}`));
  }

  #ended(how: string): void {
    this.#failure = new Error(`${this.name} ended (${how}):\n${this.#output}`);
    for (const { reject } of this.#asked.values()) reject(this.#failure);
  }
}
