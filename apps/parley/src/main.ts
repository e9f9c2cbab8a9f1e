import { authSecret } from './auth-secret.ts';
import { publishSettings, readSettings, type Settings } from './env.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { createHttpFront, type HttpFront } from './http-front.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { say } from './say.ts';
import type { Sockets } from './sockets.ts';
import { onStarterGone, tellStarterReady, webIsBuilt } from './starter.ts';
import { watchOver } from './watch-over.ts';
import { openWebApp, type WebApp } from './web-app.ts';
import { within } from './within.ts';

/** Tells whoever started this process that the reason has been printed. */
const REASON_TOLD = 2;

/** What is open, to be closed again. */
interface Opened {
  front?: HttpFront;
  database?: OpenDatabase;
  web?: WebApp;
  sockets?: Sockets;
}

async function bringUp(settings: Settings, opened: Opened, signal: AbortSignal): Promise<void> {
  const front = createHttpFront();
  await front.listen(settings.port, settings.host);
  opened.front = front;

  const database = await openDatabase(settings);
  opened.database = database;
  signal.throwIfAborted();
  publishSettings(settings, {
    databaseUrl: database.url,
    authSecret: authSecret(settings.authSecret, settings.dataDir),
  });

  // Only now: what they load reads the environment.
  const [{ checkSettings }, { openSockets }, { roomsOf }, { seed }] = await Promise.all([
    import('./check-settings.ts'),
    import('./sockets.ts'),
    import('./rooms.ts'),
    import('./seed.ts'),
  ]);
  checkSettings();
  if (settings.seed) await seed(settings.dataDir);

  if (settings.waitForWeb) await webIsBuilt(signal);
  const web = await openWebApp(settings);
  opened.web = web;
  signal.throwIfAborted();

  const sockets = openSockets();
  opened.sockets = sockets;
  front.open(roomsOf(web, sockets, settings.dev));
}

/** Ten seconds at the most: new work is refused first, and the database goes last. */
async function takeDown({ front, sockets, web, database }: Opened): Promise<void> {
  await Promise.all([
    front && within(3_500, 'The port', () => front.close(3_000)),
    sockets && within(3_500, 'The sockets', () => sockets.close(3_000)),
  ]);
  if (web) await within(1_000, 'The web app', () => web.close());
  if (database) await within(5_000, 'The database', () => database.close());
}

function stopOnSignal(opened: Opened, start: Promise<void>, abort: AbortController): void {
  let asked = 0;
  const stop = async () => {
    asked += 1;
    if (asked > 1) {
      opened.database?.kill();
      process.exit(1);
    }
    abort.abort();
    // A start that is under way first gets to the end of its step, so that nothing is left half open.
    await within(5_000, 'The start', () => start.catch(() => {}));
    await takeDown(opened);
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  onStarterGone(() => void stop());
}

async function main(): Promise<void> {
  // Whoever read the output may be gone before we are.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const settings = readSettings();
  watchOver();
  const opened: Opened = {};
  const abort = new AbortController();
  const start = bringUp(settings, opened, abort.signal);
  stopOnSignal(opened, start, abort);
  try {
    await start;
  } catch (error) {
    if (abort.signal.aborted) return;
    await takeDown(opened);
    throw new Error(explainStartFailure(error, settings.port), { cause: error });
  }
  say(`\n  Parley is ready: ${settings.publicUrl}\n`);
  tellStarterReady();
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(REASON_TOLD);
});
