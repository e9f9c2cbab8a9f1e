import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveBuiltFiles } from './built-files.ts';

const script = `${'say("hello");'.repeat(200)}\n`;
let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-built-'));
  mkdirSync(path.join(folder, 'chunks'));
  writeFileSync(path.join(folder, 'chunks', 'a.js'), script);
  writeFileSync(path.join(folder, 'chunks', 'a.js.br'), brotliCompressSync(script));
  writeFileSync(path.join(folder, '..', 'parley-secret.js'), 'secret');
  const next = serveBuiltFiles(folder, (request, response) => void response.end(`the app, for ${request.url}`));
  server = createServer(next).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  server.close();
  rmSync(path.join(folder, '..', 'parley-secret.js'));
  rmSync(folder, { recursive: true });
});

async function ask(url: string, encodings = ''): Promise<IncomingMessage> {
  const request = get({ port, host: '127.0.0.1', path: url, headers: { 'accept-encoding': encodings } });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (!response) throw new Error('There was no answer.');
  return response;
}

test('a browser that takes Brotli is given what the build compressed, to keep for ever', async () => {
  const response = await ask('/_next/static/chunks/a.js', 'gzip, deflate, br');
  expect(response.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript',
    'cache-control': 'public,max-age=31536000,immutable',
    vary: 'Accept-Encoding',
  });
  const chunks: Buffer[] = await response.toArray();
  expect(brotliDecompressSync(Buffer.concat(chunks)).toString()).toBe(script);
});

test('any other is given the file as it is', async () => {
  const response = await ask('/_next/static/chunks/a.js');
  expect(response.headers['content-encoding']).toBeUndefined();
  expect(await text(response)).toBe(script);
});

test('everything else is for the app, with its address as it came', async () => {
  for (const url of ['/w/northwind?x=1', '/_next/static/chunks/gone.js', '/_next/static/../../parley-secret.js', '/'])
    expect(await text(await ask(url))).toBe(`the app, for ${url}`);
});
