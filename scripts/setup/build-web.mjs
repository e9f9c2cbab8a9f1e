import { createRequire } from 'node:module';
import process from 'node:process';
import { compressBuiltFiles } from './compress-built-files.mjs';
import { at } from './places.mjs';
import { runNode } from './run.mjs';
import { contentHash, isDone, markDone } from './stamps.mjs';

const STEP = 'build-web';
const outputs = ['apps/web/.next/BUILD_ID', 'apps/web/.next/required-server-files.json'];
const inputs = ['apps/web', 'packages', 'tooling/tsconfig', 'package-lock.json'];

function inputsHash() {
  return contentHash(inputs, [process.versions.node]);
}

/** Is the web app's build made from today's sources? */
export function isWebBuilt() {
  return isDone(STEP, inputsHash(), outputs);
}

/** Builds the web app. Types are checked by "npm run verify", not here. */
export async function buildWeb() {
  const hash = inputsHash();
  const next = createRequire(at('apps', 'web', 'package.json')).resolve('next/dist/bin/next');
  await runNode([next, 'build'], {
    cwd: at('apps', 'web'),
    env: { NODE_ENV: 'production', PARLEY_BUILD_TYPES: 'skip' },
    failed: 'The web app could not be built: what Next said is below.',
  });
  await compressBuiltFiles();
  markDone(STEP, hash);
}
