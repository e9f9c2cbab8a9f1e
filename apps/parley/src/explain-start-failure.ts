interface SystemError {
  code: string;
  path: string | undefined;
}

function systemError(error: unknown): SystemError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return { code: error.code, path: 'path' in error && typeof error.path === 'string' ? error.path : undefined };
}

/** What to tell people of an error at the start: a sentence that says what to do, where the cause is known. */
export function explainStartFailure(error: unknown, port: number | undefined): string {
  const system = systemError(error);
  const where = system?.path ? ` (${system.path})` : '';
  switch (system?.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program (perhaps a Parley that is running already): stop it, or set PORT to another.`;
    case 'EADDRNOTAVAIL':
      return 'LISTEN_HOST is not an address of this machine: set it right, or leave it out to listen on all.';
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${where}: free some space and start again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Parley may not write here${where}: give the folder to the user who starts Parley, or set DATA_DIR to one that is writable.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `There is a file where a folder should be${where}: move it away, or set DATA_DIR to a folder.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return 'The database at DATABASE_URL does not answer: start it, or mend the address.';
    case '28P01':
    case '28000':
      return 'The database at DATABASE_URL refuses the user or the password: mend them in DATABASE_URL.';
    case '3D000':
      return 'The database named in DATABASE_URL does not exist: create it, or mend the name.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
