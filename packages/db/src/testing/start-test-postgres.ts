import pg from 'pg';
import { deploy } from '../migrations/deploy.ts';
import { startScratchServer } from '../postgres/scratch-server.ts';
import { templateName } from './clone-database.ts';

export interface TestPostgres {
  /** The server's maintenance database; `cloneDatabase` takes it. */
  url: string;
  stop: () => Promise<void>;
}

async function makeTemplate(adminUrl: string, templateUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${templateName}`);
    await deploy(templateUrl);
    await admin.query(`ALTER DATABASE ${templateName} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await admin.end();
  }
}

/** Starts a throw-away Postgres that does not wait for the disk, with a migrated database to clone for each test file. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const server = await startScratchServer();
  try {
    await makeTemplate(server.url('postgres'), server.url(templateName));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url('postgres'), stop: server.stop };
}
