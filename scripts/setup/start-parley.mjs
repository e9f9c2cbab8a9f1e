import process from 'node:process';
import { buildServer, isServerBuilt } from './build-server.mjs';
import { buildWeb, isWebBuilt } from './build-web.mjs';
import { checkPort, wantedPort } from './check-port.mjs';
import { Failure } from './failure.mjs';
import { prepare } from './prepare.mjs';
import { say, step } from './progress.mjs';
import { killSteps, stopSteps } from './run.mjs';
import { Server } from './server-process.mjs';
import { watchSources } from './watch-sources.mjs';

const FORCE_AFTER_MS = 10_000;
const PARENT_WATCH_MS = 200;

function complain(error) {
  if (error instanceof Failure) {
    if (error.details) process.stderr.write(`\n${error.details}\n`);
    if (!error.message) return;
    process.stderr.write(`\n${error.message}\n`);
  } else {
    process.stderr.write(`\n${error?.stack ?? error}\n`);
  }
}

/** A signal to npm ends npm and its shell, not what the shell runs: there, another parent means the same. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, PARENT_WATCH_MS);
}

/** Ends all children on the first signal, in order and within ten seconds; at once on the second. */
function stopOnSignal(server) {
  let asked = 0;
  const stop = async () => {
    asked += 1;
    if (asked > 1) {
      killSteps();
      server.force();
      return;
    }
    say('\n  Stopping ... (once more to stop at once)');
    const force = setTimeout(() => server.force(), FORCE_AFTER_MS);
    await Promise.all([stopSteps(), server.stop()]);
    clearTimeout(force);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  stopWithNpm(stop);
  return () => asked > 0;
}

async function bringUp(server, dev) {
  await checkPort(wantedPort());
  await prepare();
  if (dev) {
    await Promise.race([server.start({ webIsBuilt: true }), server.failed]);
    watchSources((file) => {
      say(`  ${file} changed; starting the server again.`);
      server.restart();
    });
    return;
  }
  await step('Bundling the server', isServerBuilt, buildServer);
  const built = isWebBuilt();
  const up = server.start({ webIsBuilt: built });
  const web = step('Building the web app (the first time takes about half a minute)', () => built, buildWeb);
  await Promise.race([Promise.all([up, web.then(() => server.webIsBuilt())]), server.failed]);
}

/** Brings Parley up from whatever state the folder is in, and keeps it up until it is told to stop. */
export async function start({ dev }) {
  // Whoever read the output may be gone before we are.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const server = new Server({ dev });
  const isStopping = stopOnSignal(server);
  say(dev ? '\n  Parley for development' : '\n  Parley');
  try {
    await bringUp(server, dev);
    await server.failed;
  } catch (error) {
    if (isStopping()) return;
    await Promise.all([stopSteps(), server.stop()]);
    complain(error);
    process.exit(1);
  }
}
