/** Something went wrong that people can mend: its message is one sentence that says how. `details` goes below it. */
export class Failure extends Error {
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

const causes = [
  [/ENOSPC|No space left on device/, 'The disk is full: free about 2 GB and start again.'],
  [
    /EACCES|EPERM|EROFS/,
    'A file or folder here may not be written: give the Parley folder to the user who starts it (chown -R), and start again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ERR_SOCKET_TIMEOUT/,
    'npm cannot reach its registry: check the connection (or "npm config get registry") and start again.',
  ],
  [
    /EUSAGE|npm ci.*can only install/,
    'package.json and package-lock.json do not fit together: run "npm install", or take back your changes to them.',
  ],
];

/** The sentence for what a failed program printed; `fallback` when nothing in it is known. */
export function sentenceFor(output, fallback) {
  return causes.find(([sign]) => sign.test(output))?.[1] ?? fallback;
}
