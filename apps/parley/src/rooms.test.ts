import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpFront, type HttpFront } from './http-front.ts';
import { roomsOf } from './rooms.ts';

let front: HttpFront;
let port: number;

beforeAll(async () => {
  front = createHttpFront();
  port = await front.listen(0, '127.0.0.1');
  const web = {
    request: (request: { headers: Record<string, unknown> }, response: { end: (text: string) => void }) =>
      response.end(JSON.stringify(request.headers['x-forwarded-for'] ?? null)),
    upgrade: () => undefined,
    close: async () => undefined,
  };
  const sockets = {
    upgrade: (_: unknown, socket: { end: (text: string) => void }) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n'),
  };
  front.open(roomsOf(web, sockets, false));
});

afterAll(() => front.close(1_000));

function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ port, host: '127.0.0.1', path, headers }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    asked.on('error', reject).end();
  });
}

describe('what stands behind the port', () => {
  it('gets the address of the socket, whatever the client says it is', async () => {
    const { text } = await ask('/', { 'x-forwarded-for': '203.0.113.7' });
    expect(text).toBe('"127.0.0.1"');
  });

  it.each(['/api/trpc/%E0%A4%A', '/w/%ff%fe'])('is not asked for %s, which is no address', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 400 });
  });

  it('never sees an upgrade outside development', async () => {
    const { status } = await ask('/_next/hmr', { connection: 'upgrade', upgrade: 'websocket' });
    expect(status).toBe(404);
  });
});
