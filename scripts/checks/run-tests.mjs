import { buildServer, isServerBuilt } from '../setup/build-server.mjs';
import { buildWeb, isWebBuilt } from '../setup/build-web.mjs';
import { Failure } from '../setup/failure.mjs';
import { prepare } from '../setup/prepare.mjs';
import { stopOnSignal } from './run-program.mjs';
import { conclude, runSteps } from './run-steps.mjs';

/** A step of the set-up as one that passes or fails. */
const build = (name, isDone, work) => ({
  name,
  run: async () => {
    try {
      if (!isDone()) await work();
      return { passed: 1, failed: 0 };
    } catch (error) {
      explain(error);
      return { passed: 0, failed: 1 };
    }
  },
});

/** Says what went wrong: a Failure in its sentence, anything else with its stack. */
function explain(error) {
  const text = error instanceof Failure ? [error.details, error.message].filter(Boolean).join('\n\n') : error?.stack;
  console.error(`\n${text ?? error}\n`);
}

/** Steps may only be named once packages are installed: they ask those where their programs are. */
async function allSteps() {
  const { playwright, staticChecks, vitest } = await import('./steps.mjs');
  const { findRedis } = await import('./find-redis.mjs');
  const { findChromium } = await import('./find-chromium.mjs');
  const env = { REDIS_SERVER: await findRedis(), CHROMIUM_PATH: await findChromium() };
  return [
    ...staticChecks(),
    [
      vitest('unit and integration tests', { env }),
      // The tests wait half of their time, for databases and sockets, and need nothing that is built.
      build('server bundle', isServerBuilt, buildServer),
      build('web build', isWebBuilt, buildWeb),
    ],
    playwright('browser tests', { env }),
  ];
}

async function quickSteps() {
  const { staticChecks, vitest } = await import('./steps.mjs');
  return [...staticChecks(), vitest('unit tests', { projects: ['unit'] })];
}

/** Installs what is missing, then checks and tests: everything, or with `quick` what needs no service. */
export async function runTests({ quick }) {
  const signals = stopOnSignal();
  try {
    await prepare();
    conclude(await runSteps(quick ? await quickSteps() : await allSteps(), signals));
  } catch (error) {
    if (signals.isStopping()) process.exit(130);
    explain(error);
    conclude({ passed: 0, failed: 1 });
  }
}
