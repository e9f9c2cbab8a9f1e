import { assertDurable } from '@parley/db/assert-durable';
import { closeDb } from '@parley/db/client';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@parley/db/embedded-postgres';
import { claimInstance, type InstanceLock } from '@parley/db/instance-lock';
import { deploy } from '@parley/db/migrations/deploy';
import { connectTo } from '@parley/db/pool';
import type { Settings } from './env.ts';
import { say } from './say.ts';
import { within } from './within.ts';

const WATCH_MS = 2_000;

export interface OpenDatabase {
  url: string;
  /** Closes the connections, and stops the server if it is the built-in one. */
  close: () => Promise<void>;
  /** Ends the built-in server at once; what is committed stays safe. */
  kill: () => void;
}

interface BuiltIn {
  server: EmbeddedPostgres;
  lock: InstanceLock;
}

async function startBuiltIn({ dataDir, publicUrl }: Settings): Promise<BuiltIn> {
  const server = await startEmbeddedPostgres({ dataDir });
  // Who holds the lock also owns the server: a second process must leave it running when it is turned away.
  return { server, lock: await claimInstance(server.url(), publicUrl) };
}

interface Watch {
  current: () => BuiltIn;
  stop: () => Promise<BuiltIn>;
}

/** Starts the built-in server again when its process dies, at the same port, so that waiting queries find it. */
function watch(current: BuiltIn, settings: Settings): Watch {
  let builtIn = current;
  let working: Promise<void> = Promise.resolve();
  const look = async () => {
    if (builtIn.server.isRunning()) return;
    say('The database has ended unexpectedly; starting it again.');
    const next = await startBuiltIn(settings);
    if (next.server.port !== builtIn.server.port) throw new Error('The database had to move to another port.');
    builtIn = next;
  };
  const timer = setInterval(() => {
    working = working.then(look).catch((error: unknown) => {
      say(`The database could not be started again: ${error instanceof Error ? error.message : String(error)}`);
    });
  }, WATCH_MS);
  const stop = async () => {
    clearInterval(timer);
    await working;
    return builtIn;
  };
  return { current: () => builtIn, stop };
}

async function openBuiltIn(settings: Settings): Promise<OpenDatabase> {
  const builtIn = await startBuiltIn(settings);
  const watcher = watch(builtIn, settings);
  const close = async () => {
    const { server, lock } = await watcher.stop();
    await within(1_000, 'The connections', closeDb);
    await within(500, 'The lock', () => lock.release());
    await server.stop();
  };
  return { url: builtIn.server.url(), close, kill: () => watcher.current().server.kill() };
}

/**
 * Opens the database that the settings name, or the built-in one, brings it up to date and makes sure that it keeps what
 * it acknowledges. Throws a sentence when that cannot be.
 */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const database = settings.databaseUrl
    ? { url: settings.databaseUrl, close: closeDb, kill: () => {} }
    : await openBuiltIn(settings);
  try {
    const { applied } = await deploy(database.url);
    if (applied.length > 0) say(`Brought the database up to date (${applied.join(', ')}).`);
    connectTo(database.url);
    await assertDurable();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
