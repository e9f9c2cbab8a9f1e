import { expect, it } from 'vitest';
import { pngOf, tinyGif, tinyPng } from '../testing/tiny-pictures.ts';
import { readPicture } from './picture.ts';

const base64 = (text: string) => Buffer.from(text, 'base64');
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000044a46', 'hex'), Buffer.from('ffc0000b080020004001011100', 'hex')]);
const webp = (kind: string, rest: string) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), Buffer.from(rest, 'hex')]);

it.each([
  ['image/png', 1, 1, base64(tinyPng)],
  ['image/png', 300, 20, pngOf(300, 20)],
  ['image/gif', 1, 1, base64(tinyGif)],
  ['image/jpeg', 64, 32, jpeg],
  ['image/webp', 64, 32, webp('VP8X', '000000003f00001f0000')],
  ['image/webp', 64, 32, webp('VP8 ', '0000009d012a40002000')],
  ['image/webp', 64, 32, webp('VP8L', '2f3fc0070000000000000000')],
])('%s of %i by %i', (mime, width, height, bytes) => {
  expect(readPicture(bytes)).toEqual({ mime, width, height, bytes });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a PNG without a size', pngOf(0, 5)],
  ['a PNG that is cut off', base64(tinyPng).subarray(0, 20)],
  ['a JPEG without a frame', Buffer.from('ffd8ffe00004000000ffd9', 'hex')],
  ['a JPEG whose parts have no length', Buffer.from('ffd8ffe00000ffe00000ffe00000', 'hex')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.padEnd(200))],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(200))],
])('not %s', (_, bytes) => {
  expect(readPicture(bytes)).toBeNull();
});
