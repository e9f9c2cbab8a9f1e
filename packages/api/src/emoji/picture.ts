/** A picture that a browser shows, by what its first bytes say. Sizes are in pixels. */
export interface Picture {
  readonly mime: 'image/png' | 'image/gif' | 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

type Size = readonly [width: number, height: number];

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function holds(bytes: Buffer, at: number, text: string): boolean {
  return bytes.toString('latin1', at, at + text.length) === text;
}

function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngStart) || !holds(bytes, 12, 'IHDR')) return null;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function gifSize(bytes: Buffer): Size | null {
  if (bytes.length < 14 || !(holds(bytes, 0, 'GIF87a') || holds(bytes, 0, 'GIF89a'))) return null;
  return [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
}

function webpSize(bytes: Buffer): Size | null {
  if (bytes.length < 30 || !holds(bytes, 0, 'RIFF') || !holds(bytes, 8, 'WEBP')) return null;
  if (holds(bytes, 12, 'VP8X')) return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  if (holds(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (holds(bytes, 12, 'VP8 ') && holds(bytes, 23, '\x9d\x01\x2a'))
    return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  return null;
}

/** The marks of a JPEG's frame, which says its size: C0 to CF without the three that are something else. */
function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
}

function jpegSize(bytes: Buffer): Size | null {
  if (!holds(bytes, 0, '\xff\xd8\xff')) return null;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const mark = bytes.readUInt8(at + 1);
    if (isFrame(mark)) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += mark === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

const kinds: ReadonlyArray<readonly [Picture['mime'], (bytes: Buffer) => Size | null]> = [
  ['image/png', pngSize],
  ['image/gif', gifSize],
  ['image/webp', webpSize],
  ['image/jpeg', jpegSize],
];

/** Reads what a picture is from its own bytes; null for anything but a PNG, GIF, WebP or JPEG that says its size. */
export function readPicture(bytes: Buffer): Picture | null {
  for (const [mime, sizeOf] of kinds) {
    const [width, height] = sizeOf(bytes) ?? [0, 0];
    if (width > 0 && height > 0) return { mime, width, height, bytes };
  }
  return null;
}
