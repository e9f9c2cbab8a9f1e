import 'fake-indexeddb/auto';
import type { Message } from '@parley/realtime/shapes';
import { TRPCClientError } from '@trpc/client';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { openDeviceDatabase, type StoredSend } from './device-database.ts';
import { Outbox, type OutboxOptions } from './outbox.ts';
import { databaseSendStore, memorySendStore, type SendStore } from './send-store.ts';
import { message } from './testing/model-channel.ts';

const CHANNEL = 'channel-a';
const outboxes: Outbox[] = [];
afterEach(() => {
  for (const outbox of outboxes.splice(0)) outbox.stop();
});

/** A server that keeps each nonce once. `answer` may throw before or after it has kept the message. */
class Server {
  readonly kept: Message[] = [];
  calls = 0;
  before: (call: number) => void = () => undefined;
  after: (call: number) => void = () => undefined;

  async send({ nonce, body, channelId }: StoredSend): Promise<Message> {
    this.calls += 1;
    const call = this.calls;
    this.before(call);
    let found = this.kept.find((other) => other.nonce === nonce);
    if (!found) {
      found = message(this.kept.length + 1, { nonce, body, channelId });
      this.kept.push(found);
    }
    await Promise.resolve();
    this.after(call);
    return found;
  }

  get bodies(): string[] {
    return this.kept.map((kept) => kept.body);
  }
}

const refusal = (code: string, fields: object = {}) =>
  TRPCClientError.from({
    error: { message: `Refused: ${code}.`, code: -32_000, data: { code, reason: code, ...fields } },
  });

/** Locks as browsers have them, shared by the tabs of one test. */
function locks(): OutboxOptions['exclusive'] {
  const held = new Map<string, Promise<void>>();
  return async (name, work) => {
    const mine = (held.get(name) ?? Promise.resolve()).then(work);
    held.set(
      name,
      mine.catch(() => undefined),
    );
    await mine;
  };
}

interface Place {
  store: SendStore;
  exclusive: OutboxOptions['exclusive'];
  tabs: Set<Outbox>;
}

const newPlace = (store: SendStore = memorySendStore()): Place => ({ store, exclusive: locks(), tabs: new Set() });

function openTab(server: Server, place: Place = newPlace()) {
  const sent: Message[] = [];
  const outbox: Outbox = new Outbox({
    store: place.store,
    exclusive: place.exclusive,
    send: (entry) => server.send(entry),
    onSent: (confirmed) => sent.push(confirmed),
    announce: (confirmed) => {
      for (const tab of place.tabs) if (tab !== outbox) void tab.heard(confirmed);
    },
    random: () => 0,
  });
  place.tabs.add(outbox);
  outboxes.push(outbox);
  return { outbox, sent };
}

const empty = (outbox: Outbox) => vi.waitFor(() => expect(outbox.waiting(CHANNEL)).toEqual([]));

test('a message waits under its nonce before the network is tried, and is gone once confirmed', async () => {
  const server = new Server();
  const { outbox, sent } = openTab(server);
  const nonce = outbox.send({ channelId: CHANNEL, body: 'hello' });
  expect(server.calls).toBe(0);
  expect(outbox.waiting(CHANNEL)).toMatchObject([{ nonce, body: 'hello' }]);
  await empty(outbox);
  expect(sent).toMatchObject([{ nonce, body: 'hello' }]);
});

test('while the network is cut, messages wait in order; then each is sent once, in order', async () => {
  const server = new Server();
  const { outbox } = openTab(server);
  let cut = true;
  server.before = () => {
    if (cut) throw TRPCClientError.from(new Error('Failed to fetch'));
  };
  for (const body of ['one', 'two', 'three']) outbox.send({ channelId: CHANNEL, body });
  await vi.waitFor(() => expect(server.calls).toBeGreaterThan(2));
  expect(outbox.waiting(CHANNEL).map((entry) => entry.body)).toEqual(['one', 'two', 'three']);
  cut = false;
  outbox.wake();
  await empty(outbox);
  expect(server.bodies).toEqual(['one', 'two', 'three']);
});

test('what an earlier page left in the database is sent by the next one', async () => {
  const server = new Server();
  const database = await openDeviceDatabase('someone');
  const place = newPlace(databaseSendStore(database));
  server.before = () => {
    throw TRPCClientError.from(new Error('Failed to fetch'));
  };
  const first = openTab(server, place);
  first.outbox.send({ channelId: CHANNEL, body: 'before the reload' });
  first.outbox.send({ channelId: CHANNEL, body: 'and this' });
  await vi.waitFor(async () => expect(await database.count('outbox')).toBe(2));
  first.outbox.stop();
  place.tabs.clear();
  server.before = () => undefined;
  const second = openTab(server, place);
  await second.outbox.start();
  await empty(second.outbox);
  expect(server.bodies).toEqual(['before the reload', 'and this']);
  await vi.waitFor(async () => expect(await database.count('outbox')).toBe(0));
  database.close();
});

test('an answer that was lost is asked for again, and posts nothing twice', async () => {
  const server = new Server();
  const { outbox, sent } = openTab(server);
  server.after = (call) => {
    if (call === 1) throw TRPCClientError.from(new Error('Failed to fetch'));
  };
  outbox.send({ channelId: CHANNEL, body: 'once' });
  await empty(outbox);
  expect([server.calls, server.bodies, sent.length]).toEqual([2, ['once'], 1]);
});

test('a refused message shows why, lets the others pass, and is posted once however often it is retried', async () => {
  const server = new Server();
  const { outbox } = openTab(server);
  server.before = (call) => {
    if (call === 1) throw refusal('FORBIDDEN');
  };
  const nonce = outbox.send({ channelId: CHANNEL, body: 'refused' });
  outbox.send({ channelId: CHANNEL, body: 'passes' });
  await vi.waitFor(() => expect(server.bodies).toEqual(['passes']));
  await vi.waitFor(() => expect(outbox.waiting(CHANNEL)).toHaveLength(1));
  expect(outbox.waiting(CHANNEL)[0]?.failure).toEqual({ reason: 'FORBIDDEN', message: 'Refused: FORBIDDEN.' });
  for (let press = 0; press < 5; press += 1) outbox.retry(nonce);
  await empty(outbox);
  expect(server.bodies).toEqual(['passes', 'refused']);
});

test('over the limit, it waits as long as it was told', async () => {
  vi.useFakeTimers();
  try {
    const server = new Server();
    const { outbox } = openTab(server);
    server.before = (call) => {
      if (call === 1) throw refusal('TOO_MANY_REQUESTS', { retryAfter: 7 });
    };
    outbox.send({ channelId: CHANNEL, body: 'later' });
    await vi.advanceTimersByTimeAsync(6_900);
    expect(server.calls).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.bodies).toEqual(['later']);
  } finally {
    vi.useRealTimers();
  }
});

test('the event that a message exists settles it, whatever the network says', async () => {
  const server = new Server();
  const { outbox, sent } = openTab(server);
  server.after = () => {
    throw TRPCClientError.from(new Error('Failed to fetch'));
  };
  outbox.send({ channelId: CHANNEL, body: 'heard' });
  await vi.waitFor(() => expect(server.kept).toHaveLength(1));
  for (const kept of server.kept) outbox.settle(kept);
  expect(outbox.waiting(CHANNEL)).toEqual([]);
  expect(sent).toHaveLength(1);
});

test('a message taken out of the line is not sent', async () => {
  const server = new Server();
  const { outbox } = openTab(server);
  server.before = () => {
    throw refusal('FORBIDDEN');
  };
  const nonce = outbox.send({ channelId: CHANNEL, body: 'never' });
  await vi.waitFor(() => expect(outbox.waiting(CHANNEL)[0]?.failure).toBeDefined());
  expect(outbox.discard(nonce)?.body).toBe('never');
  expect(outbox.waiting(CHANNEL)).toEqual([]);
  server.before = () => undefined;
  outbox.send({ channelId: CHANNEL, body: 'after' });
  await empty(outbox);
  expect(server.bodies).toEqual(['after']);
});

test('with any failures and several tabs, every message is posted once, each tab in its order', async () => {
  const plan = fc.record({
    sends: fc.array(fc.nat(2), { minLength: 1, maxLength: 12 }),
    failures: fc.array(fc.constantFrom('none', 'before', 'after'), { maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ sends, failures }) => {
      const server = new Server();
      const broken = () => TRPCClientError.from(new Error('Failed to fetch'));
      server.before = (call) => {
        if (failures[call - 1] === 'before') throw broken();
      };
      server.after = (call) => {
        if (failures[call - 1] === 'after') throw broken();
      };
      const place = newPlace();
      const tabs = [openTab(server, place), openTab(server, place), openTab(server, place)];
      for (const [index, tab] of sends.entries())
        tabs[tab]?.outbox.send({ channelId: CHANNEL, body: `${tab} ${index}` });
      for (const tab of tabs) await empty(tab.outbox);
      expect(server.bodies.toSorted()).toEqual(sends.map((tab, index) => `${tab} ${index}`).toSorted());
      for (const tab of [0, 1, 2]) {
        const mine = server.bodies.filter((body) => body.startsWith(`${tab} `)).map((body) => Number(body.slice(2)));
        expect(mine).toEqual(mine.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

test('a reply waits in its thread, and in the timeline when it goes there too; the channel keeps one line', async () => {
  const server = new Server();
  server.before = () => {
    throw TRPCClientError.from(new Error('Failed to fetch'));
  };
  const { outbox } = openTab(server);
  outbox.send({ channelId: CHANNEL, body: 'root' });
  outbox.send({ channelId: CHANNEL, parentId: 'parent', alsoToChannel: false, body: 'reply' });
  outbox.send({ channelId: CHANNEL, parentId: 'parent', alsoToChannel: true, body: 'reply for all' });
  const waiting = (key: string) => outbox.waiting(key).map(({ body }) => body);
  expect(waiting(CHANNEL)).toEqual(['root', 'reply for all']);
  expect(waiting(`${CHANNEL}/parent`)).toEqual(['reply', 'reply for all']);
  expect(waiting(`${CHANNEL}/another`)).toEqual([]);
  server.before = () => undefined;
  outbox.wake();
  await vi.waitFor(() => expect(server.bodies).toEqual(['root', 'reply', 'reply for all']));
});
