import process from 'node:process';
import { runNode } from './run.mjs';
import { contentHash, isDone, markDone } from './stamps.mjs';

const STEP = 'build-server';
/** Bundles the app that its argument names into one file of its `dist`. */
export const bundler = 'scripts/setup/bundle-app.mjs';
const outputs = ['apps/parley/dist/main.mjs'];
const inputs = ['apps/parley', 'apps/ws-server', 'apps/worker', bundler, 'packages', 'package-lock.json'];

function inputsHash() {
  return contentHash(inputs, [process.versions.node]);
}

/** Is the server's bundle made from today's sources? */
export function isServerBuilt() {
  return isDone(STEP, inputsHash(), outputs);
}

/** Bundles the server into one file. */
export async function buildServer() {
  const hash = inputsHash();
  await runNode([bundler, 'parley'], {
    failed: 'The server could not be bundled: what esbuild said is below.',
  });
  markDone(STEP, hash);
}
