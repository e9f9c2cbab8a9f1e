// Measures all there are figures of, or only what is named (`npm run bench -- sends page`), and prints tables. Nothing else should
// run meanwhile.
import { randomBytes } from 'node:crypto';
import { runNodeProgram, stopOnSignal } from './checks/run-program.mjs';
import { prepareRig } from './setup/prepare-rig.mjs';

const servers = ['sends', 'fan-out', 'reads'];
const parts = [...servers, 'page'];

/** Signs the cursors of a database that is gone when the figures are printed. */
const AUTH_SECRET = randomBytes(32).toString('base64url');

const measureServers = (names) =>
  runNodeProgram(['--import', 'tsx', 'bench/src/main.ts', ...names], { env: { AUTH_SECRET } });

async function measurePage() {
  const { findChromium } = await import('./checks/find-chromium.mjs');
  const { programOf } = await import('./checks/program-of.mjs');
  const env = { CHROMIUM_PATH: await findChromium() };
  return runNodeProgram([programOf('@playwright/test', 'playwright'), 'test', '--project=measure'], {
    env,
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}" to measure. Say any of: ${parts.join(', ')}.`);
  process.exit(1);
}
const wanted = asked.length === 0 ? parts : asked;

stopOnSignal();
await prepareRig();
const codes = [];
const ofServers = servers.filter((name) => wanted.includes(name));
if (ofServers.length > 0) codes.push(await measureServers(ofServers));
if (wanted.includes('page')) codes.push(await measurePage());
process.exitCode = codes.find((code) => code !== 0) ?? 0;
