import { afterAll, beforeAll, inject } from 'vitest';
import { closeDb } from '../client.ts';
import { connectTo } from '../pool.ts';
import { type ClonedDatabase, cloneDatabase } from './clone-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server's maintenance database. */
    testPostgres: string;
  }
}

/** Address of the test server, for tests that need databases of their own beside `db()`. */
export function testServerUrl(): string {
  return inject('testPostgres');
}

/**
 * A migrated, empty database for this test file; `db()` and `pool()` speak to it from here on. Call `drop` when done:
 * it closes the connections too. `useTestDatabase` does both around a file's tests.
 */
export async function createTestDatabase(): Promise<ClonedDatabase> {
  const database = await cloneDatabase(testServerUrl());
  await closeDb();
  connectTo(database.url);
  const drop = async () => {
    await closeDb();
    connectTo(undefined);
    await database.drop();
  };
  return { url: database.url, drop };
}

/** Gives the tests of this file (or `describe`) a database of their own behind `db()` and `pool()`. */
export function useTestDatabase(): void {
  let database: ClonedDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database?.drop();
  });
}
