import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Refusal {
  readonly status: 401 | 403 | 404 | 429 | 503;
  readonly text: string;
}

export const NOT_FOUND: Refusal = { status: 404, text: 'There is nothing here.' };
export const FOREIGN: Refusal = { status: 403, text: 'This page may not open a socket here.' };
export const NO_CREDENTIAL: Refusal = { status: 401, text: 'Sign in to open a socket.' };
export const TOO_MANY: Refusal = { status: 429, text: 'Too many sockets are open.' };
export const UNAVAILABLE: Refusal = { status: 503, text: 'Please try again in a moment.' };

const MORE_HEADERS: Partial<Record<Refusal['status'], string>> = {
  401: 'WWW-Authenticate: Bearer\r\n',
  429: 'Retry-After: 10\r\n',
  503: 'Retry-After: 2\r\n',
};

/** Answers an upgrade with an HTTP error, and closes. */
export function refuseUpgrade(socket: Duplex, { status, text }: Refusal): void {
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nCache-Control: no-store\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
      `${MORE_HEADERS[status] ?? ''}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
