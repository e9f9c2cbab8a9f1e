import { createRequire } from 'node:module';
import { at } from './places.mjs';
import { runNode } from './run.mjs';
import { contentHash, isDone, markDone } from './stamps.mjs';

const STEP = 'prisma-generate';
const outputs = ['packages/db/src/generated/client.ts'];

function inputsHash() {
  return contentHash(['packages/db/prisma/schema.prisma', 'packages/db/package.json']);
}

/** Does the database client fit the schema? */
export function isGenerated() {
  return isDone(STEP, inputsHash(), outputs);
}

/** Writes the database client for the schema. */
export async function generatePrisma() {
  const hash = inputsHash();
  const cli = createRequire(at('packages', 'db', 'package.json')).resolve('prisma/build/index.js');
  await runNode([cli, 'generate'], {
    cwd: at('packages', 'db'),
    failed: 'The database client could not be generated: what Prisma said is below.',
  });
  markDone(STEP, hash);
}
