import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
): Promise<{ status: number | undefined; text: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ port, host: '127.0.0.1', path, headers }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode, text, headers: answer.headers }));
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

describe('metrics', () => {
  it('are for programs on this machine', async () => {
    expect(await ask('/metrics')).toMatchObject({ status: 200, text: expect.stringContaining('process_') });
    expect(await ask('/metrics', { 'x-forwarded-for': '127.0.0.1' })).toMatchObject({ status: 403 });
  });

  it('are for who brings the token, where there is one', async () => {
    vi.stubEnv('METRICS_TOKEN', 'a-token-of-the-monitoring');
    expect(await ask('/metrics')).toMatchObject({ status: 401 });
    const authorization = 'Bearer a-token-of-the-monitoring';
    expect(await ask('/metrics', { authorization, 'x-forwarded-for': '192.0.2.1' })).toMatchObject({ status: 200 });
    vi.unstubAllEnvs();
  });
});

describe('every answer', () => {
  it.each(['/', '/health/live', '/health/ready', '/metrics', '/api/trpc/%E0%A4%A'])(
    'to %s carries the headers',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
    },
  );

  it('says to come over https, where people do', async () => {
    expect((await ask('/')).headers).not.toHaveProperty('strict-transport-security');
    vi.stubEnv('PUBLIC_URL', 'https://chat.example.com');
    expect((await ask('/')).headers['strict-transport-security']).toMatch(/^max-age=63072000/);
    vi.unstubAllEnvs();
  });
});
