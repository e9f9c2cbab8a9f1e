/** First bytes of a frame in one piece, from a server, so without a mask (RFC 6455, 5.2). */
const TEXT = 0x81;
const PING = 0x89;

const MEDIUM = 126;
const LARGE = 127;

function headerLength(payload: number): number {
  if (payload < MEDIUM) return 2;
  return payload < 65_536 ? 4 : 10;
}

function writeHeader(frame: Buffer, payload: number): number {
  frame[0] = TEXT;
  if (payload < MEDIUM) {
    frame[1] = payload;
    return 2;
  }
  if (payload < 65_536) {
    frame[1] = MEDIUM;
    return frame.writeUInt16BE(payload, 2);
  }
  frame[1] = LARGE;
  return frame.writeBigUInt64BE(BigInt(payload), 2);
}

/** A finished WebSocket text frame of a text. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  frame.write(text, writeHeader(frame, length));
  return frame;
}

/** A finished WebSocket text frame of a text and encoded text that follows it. */
export function joinedFrame(start: string, rest: Buffer): Buffer {
  const startLength = Buffer.byteLength(start);
  const length = startLength + rest.length;
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  const offset = writeHeader(frame, length);
  frame.write(start, offset);
  rest.copy(frame, offset + startLength);
  return frame;
}

/** The one ping that all sockets are sent. */
export const PING_FRAME: Buffer = Buffer.from([PING, 0]);
