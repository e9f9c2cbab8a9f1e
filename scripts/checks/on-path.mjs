import { existsSync } from 'node:fs';
import path from 'node:path';

/** The first of the programs that stands on PATH or where systems put servers; undefined when none does. */
export function onPath(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  const ending = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.filter(Boolean).map((folder) => path.join(folder, `${name}${ending}`)))
    .find((file) => existsSync(file));
}
