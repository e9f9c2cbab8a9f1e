import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDb } from '../client.ts';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { deploy } from '../migrations/deploy.ts';
import { connectTo } from '../pool.ts';

/**
 * A migrated database that waits for the disk as a real one does, behind `pool()`, in a folder whose name begins with `prefix`;
 * `stop` leaves nothing of it.
 */
export async function startDurableDatabase(prefix: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), prefix));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir });
  const url = server.url();
  await deploy(url);
  connectTo(url);
  return {
    url,
    stop: async () => {
      await closeDb();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
