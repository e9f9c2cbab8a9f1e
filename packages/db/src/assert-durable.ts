import { pool } from './pool.ts';

interface Setting {
  name: string;
  setting: string;
}

/**
 * Refuses a database that would answer COMMIT before the data is safe: a message that was acknowledged must survive a
 * power cut. Servers call it once at their start; throws a sentence that names what is off.
 */
export async function assertDurable(): Promise<void> {
  const { rows } = await pool().query<Setting>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`,
  );
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  if (off.length === 0) return;
  throw new Error(
    `The database runs with ${off.join(', ')} off, so a power cut would lose acknowledged messages: turn ${off.length > 1 ? 'them' : 'it'} on and start again.`,
  );
}
