import { PrismaClient } from './generated/client.ts';
import { closePool, poolAdapter } from './pool.ts';
import { processState } from './process-state.ts';

interface ClientState {
  client: PrismaClient | undefined;
}

function state(): ClientState {
  return processState<ClientState>('db.client', () => ({ client: undefined }));
}

/** The process's one Prisma client, over the same connections as `pool()`. Made at the first call, so importing needs no database. */
export function db(): PrismaClient {
  const shared = state();
  shared.client ??= new PrismaClient({ adapter: poolAdapter() });
  return shared.client;
}

/** Closes the client and its connections once what runs is done. A later `db()` or `pool()` opens anew. */
export async function closeDb(): Promise<void> {
  const shared = state();
  const current = shared.client;
  shared.client = undefined;
  await current?.$disconnect();
  await closePool();
}
