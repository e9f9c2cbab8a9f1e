import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const TAIL_BYTES = 8_192;

/** The last lines of a file; empty when there is none. */
export function tailOf(file: string, from = 0): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const start = Math.max(from, size - TAIL_BYTES, 0);
    const buffer = Buffer.alloc(Math.max(size - start, 0));
    readSync(handle, buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

interface Place {
  clusterDir: string;
  logFile: string;
}

/** Turns what Postgres said when it would not start into one sentence that says what to do. */
export function explainFailure(output: string, { clusterDir, logFile }: Place): string {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return `The disk that holds ${clusterDir} is full: free some space and start again.`;
  }
  if (/Permission denied|has invalid permissions|has wrong ownership|Read-only file system/i.test(output)) {
    return `Postgres may not read or write ${clusterDir}: give the folder back to the user who starts Parley, or set DATA_DIR to one that is writable.`;
  }
  if (/could not (?:map|create|get size of|resize) shared memory|could not create semaphores/i.test(output)) {
    return 'This machine has too little shared memory left for Postgres: stop other databases, or set DATABASE_URL.';
  }
  const said = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error:/.test(line))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, ''));
  const reason = said[0] ? ` ("${said[0].trim()}")` : '';
  return `The database in ${clusterDir} does not start${reason}, it may be damaged: restore it from a backup, or move the folder away to begin anew. Details are in ${logFile}.`;
}
