import { createServer } from 'node:net';
import process from 'node:process';
import { Failure } from './failure.mjs';

/** The port that was asked for, 3000 if none was. Throws a Failure for what is no port. */
export function wantedPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT is "${text}", and must be a whole number from 1 to 65535: set it right or leave it out.`);
  }
  return port;
}

function sentence(error, port) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program (perhaps a Parley that is running already): stop it, or choose another with "PORT=${port + 1} npm start".`;
  }
  if (error.code === 'EACCES') {
    return `This user may not listen on port ${port}: choose one above 1023, such as "PORT=3000 npm start".`;
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return 'LISTEN_HOST is not an address of this machine: set it right, or leave it out to listen on all.';
  }
  return `Port ${port} cannot be used (${error.code}): choose another with PORT.`;
}

/** Throws a Failure when the port is taken, before a minute of work is spent. */
export function checkPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Failure(sentence(error, port))));
    probe.listen(port, process.env.LISTEN_HOST || undefined, () => probe.close(() => resolve()));
  });
}
