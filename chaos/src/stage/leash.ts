import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';

/** Reads `+pid` and `-pid` lines; when they end, whatever is still on the list is killed. */
const WATCHER = `
const held = new Set();
require('node:readline').createInterface({ input: process.stdin })
  .on('line', (line) => (line[0] === '+' ? held.add(line.slice(1)) : held.delete(line.slice(1))))
  .on('close', () => {
    for (const pid of held) {
      try { process.kill(Number(pid), 'SIGKILL'); } catch {}
    }
  });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
`;

let watcher: ChildProcess | null = null;

function tell(line: string): void {
  if (!watcher) {
    watcher = spawn(process.execPath, ['-e', WATCHER], { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
    watcher.unref();
    const { stdin } = watcher;
    if (stdin instanceof Socket) stdin.unref();
  }
  watcher.stdin?.write(`${line}\n`);
}

/** Makes a process end when this one does, however that ends. */
export function leash({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  tell(`+${pid}`);
}

/** A leashed process is no more, and its number may go to another. */
export function unleash({ pid }: ChildProcess): void {
  if (pid !== undefined) tell(`-${pid}`);
}
