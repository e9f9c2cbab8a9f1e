/** A PNG of one pixel, in base64. */
export const tinyPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** A GIF of one pixel, in base64. */
export const tinyGif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A PNG's beginning that says this size, in pixels, filled up to so many bytes. */
export function pngOf(width: number, height: number, length = 70): Buffer {
  const bytes = Buffer.alloc(Math.max(length, 70));
  Buffer.from(tinyPng, 'base64').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
