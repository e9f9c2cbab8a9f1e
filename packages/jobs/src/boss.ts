import PgBoss from 'pg-boss';

/** The schema of pg-boss' tables. Our migrations make it and bring it up to date; no process does so while it runs. */
export const jobSchema = 'parley_jobs';

const maintenanceSeconds = 30;
const hourSeconds = 3_600;

/** What pg-boss asks the database through: a pool, or the connection of a transaction. */
export interface Door {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** `door` as pg-boss wants it. Its statements are never prepared by name, so any pooler may stand between. */
export function throughDoor(door: Door): PgBoss.Db {
  return { executeSql: (text, values: unknown[]) => door.query(text, values) };
}

/**
 * pg-boss over `door`, without connections, migrations or a clock of its own. Once started it looks every so many seconds
 * for jobs whose worker is gone, and for what is done and old: finished jobs leave the queue after an hour, and all that
 * was moved out of a queue goes a month later.
 */
export function makeBoss(door: Door, { maintainSeconds = maintenanceSeconds } = {}): PgBoss {
  return new PgBoss({
    db: throughDoor(door),
    schema: jobSchema,
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: maintainSeconds,
    archiveCompletedAfterSeconds: hourSeconds,
    archiveFailedAfterSeconds: 24 * hourSeconds,
    deleteAfterDays: 30,
  });
}
