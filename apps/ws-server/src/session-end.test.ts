import { sessionCookieName } from '@parley/auth/session-cookie';
import { createBrowserSession, revokeSessions } from '@parley/auth/sessions';
import { makePerson } from '@parley/auth/testing/make-person';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EventSource, eventRouter } from '../test/event-source.ts';
import { openRaw, type RawSocket } from '../test/raw-socket.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';
import { until } from '../test/until.ts';

useTestDatabase();

const source = new EventSource();
const limits = { recheckMs: 300, beatMs: 20 };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ router: eventRouter(source), createContext: () => ({}), limits });
});
afterAll(() => server.stop());

interface Device {
  readonly userId: string;
  readonly sessionId: string;
  readonly socket: RawSocket;
}

/** A device of somebody's with an open socket that reads events. */
async function openDevice(userId: string): Promise<Device> {
  const { token, session } = await createBrowserSession({ ...(await makePerson()), userId });
  const headers = { cookie: `${sessionCookieName()}=${token}`, origin: `http://127.0.0.1:${server.port}` };
  const socket = await openRaw(server.url, { headers });
  socket.send({ id: 1, method: 'subscription', params: { path: 'events' } });
  await socket.frame(({ result }) => result?.type === 'started');
  return { userId, sessionId: session.id, socket };
}

async function openTwo(): Promise<[Device, Device]> {
  const { userId } = await makePerson();
  return [await openDevice(userId), await openDevice(userId)];
}

function tell(userId: string, sessionIds: string[] | 'all'): void {
  const signal: UserSignal = { type: 'signedOut', sessionIds };
  server.realtime.hub.publish(userTopic(userId), JSON.stringify(signal));
}

it('closes the sockets of a session that ended, at the word of it, and no others', async () => {
  const [phone, laptop] = await openTwo();
  tell(phone.userId, [phone.sessionId]);
  expect(await phone.socket.closeCode()).toBe(4401);
  source.tell(1, 'for those who are still here');
  await laptop.socket.frame(({ result }) => result?.id === '1');
  expect(phone.socket.frames.some(({ result }) => result?.id === '1')).toBe(false);
  laptop.socket.ws.close();
});

it('closes all of a person, and nobody else’s', async () => {
  const [phone, laptop] = await openTwo();
  const other = await openDevice((await makePerson()).userId);
  tell(phone.userId, 'all');
  expect([await phone.socket.closeCode(), await laptop.socket.closeCode()]).toEqual([4401, 4401]);
  expect(other.socket.closed).toBeNull();
  other.socket.ws.close();
});

it('finds out by itself when the word is lost', async () => {
  const [phone, laptop] = await openTwo();
  await revokeSessions({ userId: phone.userId, sessionId: phone.sessionId });
  expect(await phone.socket.closeCode()).toBe(4401);
  await until('the other was asked for too', () => server.ws.counts.sockets > 0);
  expect(laptop.socket.closed).toBeNull();
  laptop.socket.ws.close();
});

it('lets go of people whose last socket closed', async () => {
  const [phone, laptop] = await openTwo();
  phone.socket.ws.close();
  laptop.socket.ws.close();
  await until('both are gone', () => server.ws.counts.sockets === 0 && source.readers === 0);
  const again = await openDevice(phone.userId);
  tell(phone.userId, 'all');
  expect(await again.socket.closeCode()).toBe(4401);
});
