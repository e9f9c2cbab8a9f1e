import process from 'node:process';
import { build } from 'esbuild';
import { at } from './places.mjs';

/** What stays outside of a bundle: native code, and of the one process also Next, which brings files of its own. */
const native = ['@node-rs/argon2', 'pg-native', 'bufferutil', 'utf-8-validate'];
const outside = { parley: ['next', ...native], 'ws-server': native, worker: native };

const app = process.argv[2] ?? '';
if (!(app in outside)) throw new Error(`Say which app to bundle: ${Object.keys(outside).join(', ')}.`);

await build({
  entryPoints: [at('apps', app, 'src', 'main.ts')],
  outfile: at('apps', app, 'dist', 'main.mjs'),
  absWorkingDir: at('apps', app),
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  // What is inside reaches for CommonJS' require.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  external: outside[app],
});
