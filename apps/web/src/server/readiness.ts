import { prepared } from '@parley/db/query';
import { realtime } from '@parley/realtime/realtime';

const ping = prepared<{ alive: number }>({ name: 'web_ready', text: 'SELECT 1 AS alive' });

export interface Readiness {
  /** Without the database nothing can be answered. */
  readonly database: boolean;
  /** Without the bus everything works, some of it seconds later. */
  readonly bus: boolean;
}

/** Whether what this process depends on answers. Never rejects. */
export async function readiness(): Promise<Readiness> {
  const database = await ping([]).then(
    () => true,
    () => false,
  );
  return { database, bus: realtime().bus.healthy() };
}
