import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres.ts';
import { isPostgres, readPostmaster } from './postmaster.ts';

const PREFIX = 'parley-scratch-';
const OWNER_FILE = 'owner.pid';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Ends servers whose makers were killed before they could. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(parent, name);
    const ownerFile = path.join(folder, OWNER_FILE);
    if (!existsSync(ownerFile) || isAlive(Number(readFileSync(ownerFile, 'utf8')))) continue;
    const server = readPostmaster(path.join(folder, 'postgres'));
    if (server && isPostgres(server.pid)) process.kill(server.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A throw-away server in a temporary folder that does not wait for the disk; `stop` leaves nothing of it. */
export async function startScratchServer(): Promise<EmbeddedPostgres> {
  const parent = tmpdir();
  sweep(parent);
  const dataDir = mkdtempSync(path.join(parent, PREFIX));
  writeFileSync(path.join(dataDir, OWNER_FILE), String(process.pid));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, fast: true });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  return { ...server, stop };
}
