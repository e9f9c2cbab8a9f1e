import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../app-error.ts';
import { apiEnv } from '../env.ts';

const macLength = 12;

function mac(scope: string, payload: string): Buffer {
  const key = `parley cursor ${apiEnv().AUTH_SECRET}`;
  return createHmac('sha256', key).update(`${scope}\n${payload}`).digest().subarray(0, macLength);
}

function cursorError(): AppError {
  return new AppError({
    code: 'BAD_REQUEST',
    reason: 'CURSOR',
    message: 'This cursor was not made for this list. Start again without a cursor.',
  });
}

/** Makes an opaque cursor: the payload and a MAC over it and the list it belongs to. */
export function writeCursor(scope: string, payload: string): string {
  return Buffer.concat([mac(scope, payload), Buffer.from(payload, 'utf8')]).toString('base64url');
}

/** Reads a cursor back; a forged one, or one of another list, is BAD_REQUEST with reason CURSOR. */
export function readCursor(scope: string, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= macLength || bytes.toString('base64url') !== cursor) throw cursorError();
  const payload = bytes.subarray(macLength).toString('utf8');
  if (!timingSafeEqual(bytes.subarray(0, macLength), mac(scope, payload))) throw cursorError();
  return payload;
}
