import { spawn } from 'node:child_process';
import process from 'node:process';
import { Failure, sentenceFor } from './failure.mjs';
import { root } from './places.mjs';

const KEPT_OUTPUT = 20_000;
const DETAIL_LINES = 40;
const STOP_LIMIT_MS = 3_000;
const ownGroup = process.platform !== 'win32';
const running = new Set();

/** No step tells anybody anything, and Prisma fetches no engine: any program will do for the one it never runs. */
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/** What a program said, without the manual that npm appends to it. */
function essence(output) {
  return output
    .split(/^.*(?:Clean install a project|\bUsage:)/m)[0]
    .trim()
    .split('\n')
    .slice(-DETAIL_LINES)
    .join('\n');
}

/** Sends a signal to a child and to all that it started. */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * Starts a child in a group of its own, so that Ctrl-C reaches only the starter, which ends the rest in order.
 */
export function spawnGroup(command, args, options) {
  return spawn(command, args, { cwd: root, detached: ownGroup, ...options });
}

/** Ends whatever step is at work, and is fulfilled when it has ended: npm first takes back what it has begun. */
export async function stopSteps() {
  const ended = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) signalGroup(child, 'SIGTERM');
  const force = setTimeout(killSteps, STOP_LIMIT_MS);
  await Promise.all(ended);
  clearTimeout(force);
}

/** Ends whatever step is at work at once. */
export function killSteps() {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

/**
 * Runs a Node script to its end and answers what it printed. Throws a Failure with a sentence when it fails; `failed` is
 * the sentence for when the reason is not a known one.
 */
export function runNode(args, { cwd = root, env = {}, failed }) {
  return new Promise((resolve, reject) => {
    const child = spawnGroup(process.execPath, args, {
      cwd,
      env: { ...process.env, ...quietEnvironment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else if (signal) reject(new Failure('Interrupted.'));
      else reject(new Failure(sentenceFor(output, failed), essence(output)));
    });
  });
}
