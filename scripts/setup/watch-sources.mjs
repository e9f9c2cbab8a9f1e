import { watch } from 'node:fs';
import { at } from './places.mjs';

const PAUSE_MS = 400;
/** What the server process loads itself. Next watches what it serves. */
const watched = [
  ...['api', 'auth', 'db', 'jobs', 'realtime', 'storage', 'telemetry'].map((name) => at('packages', name, 'src')),
  ...['parley', 'worker', 'ws-server'].map((name) => at('apps', name, 'src')),
];

function matters(file) {
  return /\.[mc]?tsx?$/.test(file) && !/\.test\.|(^|[\\/])(generated|test|testing)[\\/]/.test(file);
}

/** Calls back with a changed file, once for changes that come together. */
export function watchSources(onChange) {
  let timer;
  for (const folder of watched) {
    try {
      watch(folder, { recursive: true }, (_event, file) => {
        if (!file || !matters(file)) return;
        clearTimeout(timer);
        timer = setTimeout(() => onChange(file), PAUSE_MS);
      });
    } catch {
      // Not every part of Parley exists in every version.
    }
  }
}
