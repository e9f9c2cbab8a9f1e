import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { serveBuiltFiles } from './built-files.ts';
import type { Settings } from './env.ts';
import type { UpgradeListener } from './http-front.ts';
import { projectFolder } from './project-folder.ts';

export interface WebApp {
  request: RequestListener;
  /** Next's own sockets (reload while developing). Closes every other. */
  upgrade: UpgradeListener;
  close: () => Promise<void>;
}

/**
 * Loads the web app. Next takes upgrades of whatever server it is given, and ends a socket whose path looks like a page:
 * so it is given one that never listens, and gets what is meant for it passed on.
 */
export async function openWebApp({ dev, port, host }: Settings): Promise<WebApp> {
  // Only now: what it loads reads the environment.
  const [{ default: next }, { answerCalls }] = await Promise.all([import('next'), import('./answer-calls.ts')]);
  const decoy = createServer();
  const dir = path.join(projectFolder(), 'apps', 'web');
  const app = next({
    dev,
    dir,
    hostname: host ?? 'localhost',
    port,
    httpServer: decoy,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer: RequestListener = (request, response) => void handle(request, response);
  return {
    // While one develops, Next reloads what it serves.
    request: dev ? answer : answerCalls(serveBuiltFiles(path.join(dir, '.next', 'static'), answer)),
    upgrade: (request, socket, head) => {
      if (!decoy.emit('upgrade', request, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}
