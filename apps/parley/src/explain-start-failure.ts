interface Circumstances {
  /** The path that the error speaks of, in brackets; empty if it speaks of none. */
  where: string;
  port: number;
}

type Sentence = (circumstances: Circumstances) => string;

const diskFull: Sentence = ({ where }) => `The disk is full${where}: free some space and start again.`;
const notWritable: Sentence = ({ where }) =>
  `Parley may not write here${where}: give the folder to the user who starts Parley, or set DATA_DIR to one that is writable.`;
const notAFolder: Sentence = ({ where }) =>
  `There is a file where a folder should be${where}: move it away, or set DATA_DIR to a folder.`;
const noDatabase: Sentence = () => 'The database at DATABASE_URL does not answer: start it, or mend the address.';
const wrongPassword: Sentence = () =>
  'The database at DATABASE_URL refuses the user or the password: mend them in DATABASE_URL.';

/** By the system's code, or the database's. */
const sentences: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program (perhaps a Parley that is running already): stop it, or set PORT to another.`,
  EADDRNOTAVAIL: () => 'LISTEN_HOST is not an address of this machine: set it right, or leave it out to listen on all.',
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  EEXIST: notAFolder,
  ENOTDIR: notAFolder,
  ECONNREFUSED: noDatabase,
  ENOTFOUND: noDatabase,
  EAI_AGAIN: noDatabase,
  ETIMEDOUT: noDatabase,
  '28P01': wrongPassword,
  '28000': wrongPassword,
  '3D000': () => 'The database named in DATABASE_URL does not exist: create it, or mend the name.',
};

function textOf(error: Error, name: 'code' | 'path'): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}

/** What to tell people of an error at the start: a sentence that says what to do, where the cause is known. */
export function explainStartFailure(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const path = textOf(error, 'path');
  const sentence = sentences[textOf(error, 'code')];
  return sentence?.({ where: path ? ` (${path})` : '', port }) ?? error.message;
}
