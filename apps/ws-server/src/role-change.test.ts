import { issueTokens } from '@parley/auth/program-tokens';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorkspace, signIn } from '../test/people.ts';
import { openRaw, Refused } from '../test/raw-socket.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';

useTestDatabase();

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('closes the sockets of somebody who got another role, and their token opens no more', async () => {
  const [owner, member, other] = [
    await signIn(server.realtime),
    await signIn(server.realtime),
    await signIn(server.realtime),
  ];
  const workspace = await makeWorkspace(owner, [member, other]);
  const open = async (userId: string) => {
    const { accessToken } = await issueTokens({ userId, device: 'Test', ip: null });
    const headers = { authorization: `Bearer ${accessToken}` };
    const socket = await openRaw(server.url, { headers });
    socket.send({ id: 1, method: 'query', params: { path: 'account.me' } });
    await socket.frame(({ id, result }) => id === 1 && result !== undefined);
    return { headers, socket };
  };
  const [theirs, untouched] = [await open(member.userId), await open(other.userId)];
  await owner.call.workspace.setRole({ workspaceId: workspace.id, userId: member.userId, role: 'ADMIN' });
  expect(await theirs.socket.closeCode()).toBe(4401);
  const again = await openRaw(server.url, { headers: theirs.headers }).catch((error: unknown) => error);
  expect(again).toBeInstanceOf(Refused);
  expect(again).toMatchObject({ status: 401 });
  expect(untouched.socket.closed).toBeNull();
  untouched.socket.ws.close();
});
