import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { TRPCClientError } from '@trpc/client';
import { isTrackedEnvelope } from '@trpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorkspace, type Person, signIn } from '../test/people.ts';
import { openStockClient, type StockClient } from '../test/stock-client.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';
import { until } from '../test/until.ts';

useTestDatabase();

let server: TestServer;
let anna: Person;
let bert: Person;
let workspaceId: string;
let join: (person: Person) => Promise<void>;

beforeAll(async () => {
  server = await startTestServer({ limits: { beatMs: 20 } });
  anna = await signIn(server.realtime);
  bert = await signIn(server.realtime);
  const workspace = await makeWorkspace(anna, [bert]);
  workspaceId = workspace.id;
  ({ join } = workspace);
});
afterAll(() => server.stop());

/** A channel of anna's with these members. */
async function makeChannel(members: readonly Person[]): Promise<string> {
  const memberIds = members.map(({ userId }) => userId);
  const name = `talk-${newId().slice(-12)}`;
  const channel = await anna.call.channel.create({ workspaceId, kind: 'PRIVATE', name, memberIds });
  return channel.id;
}

function say(channelId: string, body: string) {
  return anna.call.message.send({ channelId, body, nonce: newId() });
}

interface Reading {
  readonly events: { readonly id: string; readonly data: unknown }[];
  readonly errors: unknown[];
  stop(): void;
}

/** Reads a channel from `after` on. */
async function read({ api }: StockClient, channelId: string, after: number): Promise<Reading> {
  const events: Reading['events'] = [];
  const errors: unknown[] = [];
  let started = false;
  const subscription = api.message.onChange.subscribe(
    { channelId, lastEventId: String(after) },
    {
      onStarted: () => {
        started = true;
      },
      onData: (event) => events.push(event),
      onError: (error) => errors.push(error),
    },
  );
  await until('it has started or failed', () => started || errors.length > 0);
  return { events, errors, stop: () => subscription.unsubscribe() };
}

async function headOf(channelId: string): Promise<number> {
  return (await anna.call.channel.get({ channelId })).seq;
}

it('says over a socket what it says to an iterator', async () => {
  const channelId = await makeChannel([bert]);
  const client = await openStockClient(server.url, bert.userId);
  const start = await headOf(channelId);
  const reading = await read(client, channelId, start);
  const { id } = await say(channelId, 'Grüße, “Bert” 👋\n\u2028');
  await anna.call.message.edit({ id, body: 'Changed' });
  const last = await say(channelId, 'Last');
  await until('all have come', () => reading.events.at(-1)?.id === String(last.changeSeq));

  const iterated: Reading['events'] = [];
  for await (const event of await bert.call.message.onChange({ channelId, lastEventId: String(start) })) {
    const value: unknown = event;
    if (!isTrackedEnvelope(value)) throw new Error('Every event has its number.');
    iterated.push({ id: value[0], data: value[1] });
    if (value[0] === String(last.changeSeq)) break;
  }
  // Who reads later sees a message once, as it stands; who was there saw it change.
  expect(iterated).toHaveLength(2);
  expect(reading.events.slice(1)).toEqual(iterated);
  expect(reading.events.map((event) => Number(event.id))).toEqual([start + 1, start + 2, start + 3]);
  await client.close();
});

it('goes on after a broken connection with exactly what was missed', async () => {
  const channelId = await makeChannel([bert]);
  const client = await openStockClient(server.url, bert.userId);
  const start = await headOf(channelId);
  const reading = await read(client, channelId, start);
  await say(channelId, 'before');
  await until('the first came', () => reading.events.length === 1);
  client.sockets.at(-1)?.terminate();
  await say(channelId, 'meanwhile 1');
  await say(channelId, 'meanwhile 2');
  await until('it has caught up', () => reading.events.length >= 3);
  await say(channelId, 'after');
  await until('it is live again', () => reading.events.length >= 4);
  expect(reading.events.map(({ id }) => Number(id) - start)).toEqual([1, 2, 3, 4]);
  expect(client.sockets).toHaveLength(2);
  await client.close();
});

it('ends with NOT_FOUND when the reader is removed, and says nothing after that', async () => {
  const carla = await signIn(server.realtime);
  await join(carla);
  const channelId = await makeChannel([bert, carla]);
  const client = await openStockClient(server.url, carla.userId);
  const reading = await read(client, channelId, await headOf(channelId));
  await anna.call.channel.kick({ channelId, userId: carla.userId });
  await say(channelId, 'Carla must not see this');
  await until('it has ended', () => reading.errors.length > 0);
  const [error] = reading.errors;
  expect(error instanceof TRPCClientError && error.data).toMatchObject({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  expect(reading.events).toEqual([]);

  const again = await read(client, channelId, 0);
  expect(again.errors[0]).toMatchObject({ data: { code: 'NOT_FOUND' } });
  await client.close();
});

it('answers queries and mutations, with errors as over HTTP', async () => {
  const channelId = await makeChannel([bert]);
  const client = await openStockClient(server.url, bert.userId);
  const sent = await client.api.message.send.mutate({ channelId, body: 'Over the socket', nonce: newId() });
  expect(await client.api.message.get.query({ id: sent.id })).toEqual(sent);
  const failure = await client.api.message.get.query({ id: newId() }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ data: { code: 'NOT_FOUND', requestId: expect.any(String) } });
  const malformed = await client.api.message.send
    .mutate({ channelId, body: '', nonce: newId() })
    .catch((error: unknown) => error);
  expect(malformed).toMatchObject({ data: { code: 'BAD_REQUEST', fieldErrors: { body: expect.any(Array) } } });
  await client.close();
});

it('speaks of the inbox too', async () => {
  const channelId = await makeChannel([bert]);
  const client = await openStockClient(server.url, bert.userId);
  const heard: { readonly type: string }[] = [];
  client.api.inbox.subscribe({ workspaceId }, { onData: (event) => heard.push(event) });
  await until('it is ready', () => heard.some(({ type }) => type === 'ready'));
  await say(channelId, 'News');
  await until('it says so', () => heard.some(({ type }) => type === 'channelActivity'));
  await client.close();
  await until('everything has ended', () => server.ws.counts.subscriptions + server.ws.counts.sockets === 0);
});
