/** A client's frame: masked, as the protocol wants it, with a mask that changes nothing. */
export function clientFrame(opcode: number, text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const header =
    length < 126
      ? Buffer.from([0x80 | opcode, 0x80 | length])
      : Buffer.from([0x80 | opcode, 0x80 | 126, length >> 8, length & 0xff]);
  return Buffer.concat([header, Buffer.alloc(4), payload]);
}

export const PONG_FRAME: Buffer = clientFrame(0xa, '');

/** A text of at most 65,535 bytes. */
export function textFrame(text: string): Buffer {
  return clientFrame(0x1, text);
}
