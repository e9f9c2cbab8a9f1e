import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameReader } from './frame-reader.ts';

const [TEXT, PING] = [0x81, 0x89];

/** A frame as a server sends it: without a mask. */
function serverFrame(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), payload]);
  const medium = Buffer.alloc(4);
  medium.set([first, 126]);
  if (length < 65_536) {
    medium.writeUInt16BE(length, 2);
    return Buffer.concat([medium, payload]);
  }
  const large = Buffer.alloc(10);
  large.set([first, 127]);
  large.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([large, payload]);
}

/** What a reader makes of the bytes when they come in pieces of these lengths. */
function read(bytes: Buffer, pieces: readonly number[], wantsPayload: boolean) {
  const lengths: number[] = [];
  const payloads: Array<string | null> = [];
  let pings = 0;
  const reader = new FrameReader({
    onText: (length, payload) => {
      lengths.push(length);
      payloads.push(payload?.toString() ?? null);
    },
    onPing: () => {
      pings += 1;
    },
  });
  reader.wantsPayload = wantsPayload;
  let offset = 0;
  for (let piece = 0; offset < bytes.length; piece += 1) {
    const length = pieces[piece % pieces.length] ?? 1;
    reader.read(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return { lengths, payloads, pings };
}

const sizesOf = (...sizes: number[]) => fc.array(fc.constantFrom(...sizes), { minLength: 1, maxLength: 8 });
const small = { sizes: sizesOf(1, 2, 100, 125, 126, 127, 800), pieces: sizesOf(1, 2, 3, 7, 100, 1_000) };
const large = { sizes: sizesOf(1, 65_535, 65_536, 70_000), pieces: sizesOf(10_000, 65_535, 65_536, 100_000) };

describe('the reader of frames', () => {
  it.each([small, large])('finds the same frames however the bytes are cut', (given) => {
    fc.assert(
      fc.property(given.sizes, given.pieces, fc.boolean(), (sizes, pieces, wantsPayload) => {
        const texts = sizes.map((size, index) => String(index % 10).repeat(size));
        const bytes = Buffer.concat(texts.map((text) => serverFrame(TEXT, Buffer.from(text))));
        const { lengths, payloads } = read(bytes, pieces, wantsPayload);
        expect(lengths).toEqual(sizes);
        if (wantsPayload) expect(payloads).toEqual(texts);
      }),
    );
  });

  it('tells pings apart from texts, and hands on what is one byte long', () => {
    const bytes = Buffer.concat([serverFrame(PING, Buffer.alloc(0)), serverFrame(TEXT, Buffer.from('2'))]);
    expect(read(bytes, [1], false)).toEqual({ lengths: [1], payloads: ['2'], pings: 1 });
  });
});
