// Checks the types of the root and of every workspace, as many at a time as there are cores.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { programOf } from './checks/program-of.mjs';
import { report } from './checks/report.mjs';
import { at, root } from './setup/places.mjs';
import { quietEnvironment } from './setup/run.mjs';

const TSC = programOf('typescript', 'tsc');

function projects() {
  const { workspaces } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const folders = workspaces.flatMap((pattern) =>
    pattern.endsWith('/*')
      ? readdirSync(at(pattern.slice(0, -2))).map((name) => path.join(pattern.slice(0, -2), name))
      : [pattern],
  );
  return ['.', ...folders].filter((folder) => existsSync(at(folder, 'tsconfig.json')));
}

/** Runs a Node program in a folder and answers what it said when it failed. */
function run(folder, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: path.join(root, folder),
      env: { ...process.env, ...quietEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const keep = (chunk) => {
      said += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('close', (exitCode) => resolve(exitCode === 0 ? '' : said.trim() || `ended with ${exitCode}`));
  });
}

/** Next writes types of the routes, which its app's own types rest on. */
async function check(folder) {
  const usesNext = existsSync(at(folder, 'next.config.ts'));
  const generated = usesNext ? await run(folder, [programOf('next', 'next'), 'typegen']) : '';
  return generated || run(folder, [TSC, '--noEmit', '--pretty', 'false']);
}

const all = projects();
const queue = [...all];
const problems = [];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let folder = queue.shift(); folder; folder = queue.shift()) {
      const said = await check(folder);
      if (said) problems.push(`${folder}:\n${said.replaceAll(/^/gm, '    ')}`);
    }
  }),
);
report(`${all.length} TypeScript projects`, problems);
