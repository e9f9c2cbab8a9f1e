import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Refusal {
  readonly status: 401 | 403 | 404 | 429 | 503;
  readonly text: string;
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

export const NOT_FOUND: Refusal = { status: 404, text: 'There is nothing here.' };
export const FOREIGN: Refusal = { status: 403, text: 'This page may not open a socket here.' };
export const NO_CREDENTIAL: Refusal = { status: 401, text: 'Sign in to open a socket.' };
export const TOO_MANY: Refusal = { status: 429, text: 'Too many sockets are open.', retryAfter: 10 };
export const UNAVAILABLE: Refusal = { status: 503, text: 'Please try again in a moment.', retryAfter: 2 };

/** The answer to an address that failed too often. */
export function tooManyFailed(retryAfter: number): Refusal {
  return { status: 429, text: 'Too many attempts. Try again later.', retryAfter };
}

/** Answers an upgrade with an HTTP error, and closes. */
export function refuseUpgrade(socket: Duplex, { status, text, retryAfter }: Refusal): void {
  const challenge = status === 401 ? 'WWW-Authenticate: Bearer\r\n' : '';
  const wait = retryAfter === undefined ? '' : `Retry-After: ${retryAfter}\r\n`;
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nCache-Control: no-store\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
      `${challenge}${wait}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
