import { spawnSync } from 'node:child_process';
import { Failure } from '../setup/failure.mjs';
import { chromiumCandidates } from './chromium-candidates.mjs';
import { installProgram } from './install-program.mjs';
import { programOf } from './program-of.mjs';
import { runNodeProgram } from './run-program.mjs';

/** What Debian calls it, best first; Ubuntu has only the second. */
const packages = ['chromium-headless-shell', 'chromium'];

/** Some systems put a script in the browser's place that only says where to get it. */
function runs(file) {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** A Chromium that starts, installed if need be. Throws a Failure when there is no way. */
export async function findChromium() {
  const present = chromiumCandidates().find(runs);
  if (present) return present;
  console.log('  Installing Chromium, in which some tests run ...');
  for (const apt of packages) {
    await installProgram({ apt });
    const installed = chromiumCandidates().find(runs);
    if (installed) return installed;
  }
  await runNodeProgram([programOf('@playwright/test', 'playwright'), 'install', 'chromium']);
  const downloaded = chromiumCandidates().find(runs);
  if (downloaded) return downloaded;
  throw new Failure(
    'The tests need a Chromium: install one ("apt-get install chromium", "npx playwright install --with-deps chromium"), or say where it is with CHROMIUM_PATH.',
  );
}
