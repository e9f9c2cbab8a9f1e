// Measures durable sends and fan-out, or only what is named (`npm run bench -- sends`), and prints tables. Nothing else should run
// meanwhile.
import { runNodeProgram, stopOnSignal } from './checks/run-program.mjs';
import { buildWeb, isWebBuilt } from './setup/build-web.mjs';
import { at } from './setup/places.mjs';
import { prepare } from './setup/prepare.mjs';
import { step } from './setup/progress.mjs';
import { runNode } from './setup/run.mjs';

const never = () => false;
const bundleSockets = () =>
  runNode(['build.mjs'], { cwd: at('apps', 'ws-server'), failed: 'The socket server could not be bundled.' });

stopOnSignal();
await prepare();
await step('Building the web app', isWebBuilt, buildWeb);
await step('Bundling the socket server', never, bundleSockets);
process.exitCode = await runNodeProgram(['--import', 'tsx', 'bench/src/main.ts', ...process.argv.slice(2)]);
