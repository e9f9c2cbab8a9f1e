import { signedIn, viewers } from '@parley/api/testing/matrix/answers';
import { newToken } from '@parley/api/testing/matrix/cast';
import { TableCheck } from '@parley/api/testing/matrix/check-procedure';
import { allProcedures } from '@parley/api/testing/matrix/procedures';
import { makeScene } from '@parley/api/testing/matrix/scene';
import { unlimited } from '@parley/api/testing/unlimited';
import { revokeSessions } from '@parley/auth/sessions';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearing } from '../test/known-sessions.ts';
import { openRaw } from '../test/raw-socket.ts';
import { overSockets } from '../test/socket-transport.ts';
import { createTestRealtime, startTestServer, type TestServer } from '../test/test-server.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const check = new TableCheck(realtime, signedIn);
let server: TestServer;
let sockets: ReturnType<typeof overSockets>;

beforeAll(async () => {
  server = await startTestServer({ realtime, limits: { messages: Number.POSITIVE_INFINITY } });
  sockets = overSockets(server.url);
});
afterAll(async () => {
  sockets.close();
  await server.stop();
});

describe('whoever asks over a socket is answered as over HTTP', () => {
  it.each(allProcedures().map((procedure) => [procedure.path, procedure] as const))('%s', async (_, procedure) => {
    expect(await check.check(procedure, sockets)).toEqual([]);
  });
});

describe('without a session', () => {
  it('nobody opens a socket', async () => {
    const { cast } = await makeScene(realtime);
    const others = viewers.filter((viewer) => !signedIn.some((known) => known === viewer));
    expect(others).toEqual(['signedOut', 'ended']);
    for (const viewer of others) {
      const token = cast.tokens[viewer];
      await expect(openRaw(server.url, token === null ? {} : bearing(token))).rejects.toMatchObject({ status: 401 });
    }
  });

  it('an open socket is closed, and nothing that it asks meanwhile is done', async () => {
    const { cast, privateChannel } = await makeScene(realtime);
    const { token, sessionId } = await newToken(cast.member);
    const socket = await openRaw(server.url, bearing(token));
    await revokeSessions({ userId: cast.member.user.id, sessionId });
    const input = { channelId: privateChannel.id, body: 'from beyond', nonce: 'beyond' };
    socket.send({ id: 1, method: 'mutation', params: { path: 'message.send', input } });
    const refused = await socket.frame(({ id }) => id === 1);
    expect(refused.error?.data).toMatchObject({ code: 'UNAUTHORIZED', reason: 'NO_SESSION' });
    expect(await socket.closeCode()).toBe(4401);
    const { items } = await cast.owner.call.message.list({ channelId: privateChannel.id });
    expect(items.map(({ body }) => body)).not.toContain('from beyond');
  });
});
