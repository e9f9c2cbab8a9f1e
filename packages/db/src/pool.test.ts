import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePool, connectTo, pool } from './pool.ts';
import { createTestDatabase } from './testing/test-database.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('closes what is asked while it closes', async () => {
  const last = await pool().connect();
  const closed = closePool();
  const late = pool().query<{ one: number }>('SELECT 1 AS one');
  last.release();
  await closed;
  await expect(late).resolves.toMatchObject({ rows: [{ one: 1 }] });
  expect(() => connectTo(database.url)).not.toThrow();
});
