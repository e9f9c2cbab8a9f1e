import { buildServer, bundler, isServerBuilt } from './build-server.mjs';
import { buildWeb, isWebBuilt } from './build-web.mjs';
import { prepare } from './prepare.mjs';
import { step } from './progress.mjs';
import { runNode } from './run.mjs';

const never = () => false;
const bundleSockets = () => runNode([bundler, 'ws-server'], { failed: 'The socket server could not be bundled.' });

/** Installs and builds all that a measurement or a rehearsed disaster runs: the web app, the socket server, and both in one. */
export async function prepareRig() {
  await prepare();
  await step('Building the web app', isWebBuilt, buildWeb);
  await step('Bundling the server', isServerBuilt, buildServer);
  await step('Bundling the socket server', never, bundleSockets);
}
