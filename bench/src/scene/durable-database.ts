import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDb } from '@parley/db/client';
import { startEmbeddedPostgres } from '@parley/db/embedded-postgres';
import { deploy } from '@parley/db/migrations/deploy';
import { connectTo } from '@parley/db/pool';

/** A migrated database that waits for the disk as a real one does, behind `pool()`; `stop` leaves nothing of it. */
export async function startDurableDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir });
  const url = server.url('postgres');
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
