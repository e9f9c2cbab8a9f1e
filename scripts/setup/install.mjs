import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Failure } from './failure.mjs';
import { root } from './places.mjs';
import { runNode } from './run.mjs';

/** npm's own script: the one that started us, or the one that came with this Node. */
function npmScript() {
  const candidates = [
    process.env.npm_execpath,
    path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((file) => file && /npm-cli\.[cm]?js$/.test(file) && existsSync(file));
  if (!found) throw new Failure('npm was not found beside this Node: install npm, then run "npm start".');
  return found;
}

/** Could npm leave the package out here: another system's, or an optional one? */
function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.os || entry.cpu || entry.libc);
}

/** Is what stands in node_modules (npm writes it down when it is done) what the lock file asks for? */
export function isInstalled(folder = root) {
  const record = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  try {
    const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
    const wanted = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted)
      .filter(([name]) => name.startsWith('node_modules/') || name.includes('/node_modules/'))
      .every(([name, entry]) => {
        const present = installed[name];
        return present ? present.version === entry.version && present.integrity === entry.integrity : isOptional(entry);
      });
  } catch {
    return false;
  }
}

/** Installs exactly what the lock file says. No package runs a script of its own. */
export async function install() {
  await runNode(
    [
      ...[npmScript(), 'ci', '--include=dev', '--include=optional', '--ignore-scripts'],
      ...['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    ],
    { failed: 'The packages could not be installed: what npm said is below.' },
  );
}
