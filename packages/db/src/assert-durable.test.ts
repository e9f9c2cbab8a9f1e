import { afterAll, beforeAll, expect, test } from 'vitest';
import { assertDurable } from './assert-durable.ts';
import { createTestDatabase } from './testing/test-database.ts';

let drop = async () => {};

beforeAll(async () => {
  ({ drop } = await createTestDatabase());
});

afterAll(() => drop());

test('a database that does not wait for the disk, as that of tests, is refused by name', async () => {
  await expect(assertDurable()).rejects.toThrow(/fsync, full_page_writes, synchronous_commit off.*turn them on/);
});
