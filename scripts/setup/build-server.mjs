import process from 'node:process';
import { at } from './places.mjs';
import { runNode } from './run.mjs';
import { contentHash, isDone, markDone } from './stamps.mjs';

const STEP = 'build-server';
const outputs = ['apps/parley/dist/main.mjs'];
const inputs = ['apps/parley', 'apps/ws-server', 'apps/worker', 'packages', 'package-lock.json'];

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
  await runNode(['build.mjs'], {
    cwd: at('apps', 'parley'),
    failed: 'The server could not be bundled: what esbuild said is below.',
  });
  markDone(STEP, hash);
}
