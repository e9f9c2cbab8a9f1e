import { execFile, execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { programEnvironment } from '../env.ts';

const ACCOUNT = 'postgres';

export interface Outcome {
  code: number;
  output: string;
}

export interface Account {
  uid: number;
  gid: number;
}

interface Disguise {
  prefix: string[];
  account?: Account;
}

/** Runs Postgres' own programs under an account that Postgres accepts. */
export interface PostgresRunner {
  /** Who must own the cluster's folder; undefined: whoever runs this process. */
  account: Account | undefined;
  run: (command: string, args: string[]) => Promise<Outcome>;
}

function accountId(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, ACCOUNT], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
}

function findAccount(): Account | undefined {
  try {
    return { uid: accountId('-u'), gid: accountId('-g') };
  } catch {
    return undefined;
  }
}

function createAccount(): Account | undefined {
  const made = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', ACCOUNT],
    ['adduser', '-S', '-D', '-H', ACCOUNT],
  ].some(([command = '', ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0);
  return made ? findAccount() : undefined;
}

/** As another account; or, where a closed folder above bars its way, as that account with leave to pass it. */
function disguises(account: Account): Disguise[] {
  const passing = ['dac_read_search', 'dac_override'].map((right) => ({
    prefix: [
      'setpriv',
      // Without it access(2), by which Postgres looks at its own files, does not see the right.
      '--securebits=+no_setuid_fixup',
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
    ],
  }));
  return [{ prefix: [], account }, ...passing];
}

function reaches({ prefix, account }: Disguise, paths: string[]): boolean {
  const check = 'for p do [ -x "$p" ] || exit 1; done';
  const [command = '', ...args] = [...prefix, '/bin/sh', '-c', check, 'sh', ...paths];
  return spawnSync(command, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function runner(disguise: Disguise, account: Account | undefined): PostgresRunner {
  const run = (command: string, args: string[]): Promise<Outcome> => {
    const [program = command, ...rest] = [...disguise.prefix, command, ...args];
    const options = { ...disguise.account, cwd: path.parse(command).root, env: programEnvironment() };
    return new Promise((resolve) => {
      execFile(program, rest, options, (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ code, output: `${stdout}${stderr}${error && !stderr ? error.message : ''}` });
      });
    });
  };
  return { account, run };
}

/**
 * How to run Postgres here. Postgres refuses to run as root, so under root it runs as the account "postgres", which is
 * made when missing; `paths` are what it must reach. Throws a sentence when that cannot be had.
 */
export function postgresRunner(paths: string[]): PostgresRunner {
  if (process.getuid?.() !== 0) return runner({ prefix: [] }, undefined);
  const account = findAccount() ?? createAccount();
  if (!account) {
    throw new Error(
      'Postgres refuses to run as root, and the account "postgres" could not be made: start Parley as an ordinary user, or set DATABASE_URL.',
    );
  }
  const disguise = disguises(account).find((candidate) => reaches(candidate, paths));
  if (!disguise) {
    throw new Error(
      `The account "postgres" may not enter ${paths.join(' or ')}: open the folders above with "chmod o+x", put Parley elsewhere, or start it as an ordinary user.`,
    );
  }
  return runner(disguise, account);
}
