import { spawnSync } from 'node:child_process';
import { onPath } from './on-path.mjs';
import { runProgram } from './run-program.mjs';

/** No package may ask questions, or start what it brings. */
const aptEnvironment = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];

/** What to put before apt-get to be allowed to use it; undefined when there is no way. */
function asRoot() {
  if (!onPath(['apt-get'])) return undefined;
  if (process.getuid?.() === 0) return ['env'];
  const mayWithoutPassword = onPath(['sudo']) && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayWithoutPassword ? ['sudo', '-n', 'env'] : undefined;
}

/** Installs one of the system's packages with apt-get or Homebrew, if this user may. Does not say whether it worked. */
export async function installProgram({ apt, brew }) {
  const prefix = asRoot();
  if (prefix) {
    const [command, ...before] = [...prefix, ...aptEnvironment, 'apt-get'];
    await runProgram(command, [...before, 'update', '-qq']);
    await runProgram(command, [...before, 'install', '-y', '-qq', '--no-install-recommends', apt]);
  } else if (brew && onPath(['brew'])) {
    await runProgram('brew', ['install', brew]);
  }
}
