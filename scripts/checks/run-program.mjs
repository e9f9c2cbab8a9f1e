import process from 'node:process';
import { root } from '../setup/places.mjs';
import { quietEnvironment, signalGroup, spawnGroup, stopSteps } from '../setup/run.mjs';

const FORCE_AFTER_MS = 10_000;
const running = new Set();

/**
 * Runs a program to its end, with its output on our own. Answers its exit code, -1 when it could not start. Whatever it
 * started ends with it.
 */
export function runProgram(command, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawnGroup(command, args, {
      cwd: root,
      env: { ...process.env, ...quietEnvironment, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running.add(child);
    const end = (exitCode) => {
      running.delete(child);
      signalGroup(child, 'SIGKILL');
      resolve(exitCode ?? -1);
    };
    child.once('error', () => end(-1));
    child.once('exit', end);
  });
}

/** Runs a Node program the same way. */
export function runNodeProgram(args, options) {
  return runProgram(process.execPath, args, options);
}

/** From now on a signal ends what is running and then this process; at once when it comes twice or ten seconds pass. */
export function stopOnSignal() {
  let asked = false;
  const stop = () => {
    const signal = asked ? 'SIGKILL' : 'SIGINT';
    void stopSteps(signal);
    for (const child of running) signalGroup(child, signal);
    if (asked || running.size === 0) process.exit(130);
    asked = true;
    console.log('\nStopping ... (once more to stop at once)');
    setTimeout(stop, FORCE_AFTER_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  return { isStopping: () => asked };
}
