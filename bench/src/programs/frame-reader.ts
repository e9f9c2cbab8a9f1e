const TEXT = 0x1;
const PING = 0x9;

export interface FrameListener {
  /** A whole text frame. `payload` is there only while payloads are wanted, or when it is one byte long. */
  onText(length: number, payload: Buffer | null): void;
  onPing(): void;
}

/** Takes a server's WebSocket frames apart, and looks at no more of them than it must. */
export class FrameReader {
  readonly #listener: FrameListener;
  #rest: Buffer | null = null;
  /** Bytes that belong to a frame which was counted already. */
  #skip = 0;
  /** Whether texts are handed on, rather than only counted. */
  wantsPayload = false;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  read(chunk: Buffer): void {
    let data = chunk;
    if (this.#rest) {
      data = Buffer.concat([this.#rest, chunk]);
      this.#rest = null;
    }
    let offset = Math.min(this.#skip, data.length);
    this.#skip -= offset;
    while (offset < data.length) {
      const next = this.#readFrame(data, offset);
      if (next < 0) {
        this.#rest = data.subarray(offset);
        return;
      }
      offset = next;
    }
    this.#skip += offset - data.length;
  }

  /** Where the next frame begins; -1 when not enough of this one is there. */
  #readFrame(data: Buffer, offset: number): number {
    const have = data.length - offset;
    if (have < 2) return -1;
    const short = data.readUInt8(offset + 1);
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (have < header) return -1;
    const length = lengthOf(data, offset, short);
    const end = offset + header + length;
    const opcode = data.readUInt8(offset) & 0xf;
    const whole = this.wantsPayload || length < 2;
    if (whole && end > data.length) return -1;
    if (opcode === TEXT) this.#listener.onText(length, whole ? data.subarray(offset + header, end) : null);
    else if (opcode === PING) this.#listener.onPing();
    return end;
  }
}

function lengthOf(data: Buffer, offset: number, short: number): number {
  if (short < 126) return short;
  return short === 126 ? data.readUInt16BE(offset + 2) : Number(data.readBigUInt64BE(offset + 2));
}
