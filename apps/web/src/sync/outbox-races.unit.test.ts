import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outbox } from './outbox.ts';
import { memorySendStore } from './send-store.ts';
import { talkOf } from './talk.ts';
import { CHANNEL, person } from './testing/model-channel.ts';
import { apiError, type Fate, fates, next, wait } from './testing/slow-call.ts';
import { PARENT, SlowChannel } from './testing/slow-channel.ts';
import { SlowDevice, type SlowTab, THREAD } from './testing/slow-device.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const stepOf = <T extends string>(...more: T[]) =>
  fc.record({
    does: fc.constantFrom('send', 'send', 'reply', 'reply to all', 'other', 'reload', 'open thread', ...more),
    tab: fc.nat(1),
    waits: fc.nat(1_000),
  });
const step = stepOf();
const stepWithRefusals = stepOf('shut', 'shut', 'open', 'retry');
type Step = typeof stepWithRefusals extends fc.Arbitrary<infer One> ? One : never;

test('a busy tab tells the others what was confirmed before it is gone from the store', async () => {
  // The event that it exists comes late.
  const isSent = () => server.messages.length > 1;
  const server: SlowChannel = new SlowChannel(() => ({ there: isSent() ? 5_000 : 10, back: 10, lost: 'never' }));
  const device = new SlowDevice(server);
  const [busy, other] = [device.open(50), device.open(0)];
  await vi.advanceTimersByTimeAsync(1_000);
  busy.outbox.send({ channelId: CHANNEL, body: 'hello' });
  await vi.waitUntil(isSent, { interval: 5 });
  for (let ms = 0; ms < 400; ms += 5) {
    void other.outbox.heard(null);
    await vi.advanceTimersByTimeAsync(5);
  }
  expect([other.faults, other.outbox.waiting(CHANNEL), other.rows(CHANNEL)?.length]).toEqual([[], [], 2]);
  for (const tab of [busy, other]) tab.close();
});

test('what was refused stays refused where it cannot be stored', async () => {
  const kept = memorySendStore();
  let [isFull, calls] = [false, 0];
  const outbox = new Outbox({
    store: { ...kept, put: async (entry) => (isFull ? Promise.reject(new Error('Full')) : kept.put(entry)) },
    exclusive: (_, work) => work(),
    announce: () => undefined,
    onSent: () => undefined,
    send: async () => {
      [isFull, calls] = [true, calls + 1];
      await wait(10);
      throw apiError('FORBIDDEN');
    },
  });
  outbox.send({ channelId: CHANNEL, body: 'no' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([calls, outbox.waiting(CHANNEL)[0]?.failure?.reason]).toEqual([1, 'FORBIDDEN']);
  outbox.stop();
});

test('what is sent stands once, in order, and never vanishes, through reloads and in two tabs', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 10 }), fates, async (steps, stream) => {
    const { server, sent } = await run(steps, stream);
    const nonces = server.messages.map(({ nonce }) => nonce);
    for (const mine of sent) expect(nonces.filter((nonce) => mine.includes(nonce))).toEqual(mine);
  });
  await fc.assert(property, { numRuns: 150 });
});

test('what was refused in between stands once, and is shown until then', async () => {
  const steps = fc.array(stepWithRefusals, { maxLength: 12 });
  const property = fc.asyncProperty(steps, fates, async (taken, stream) => void (await run(taken, stream)));
  await fc.assert(property, { numRuns: 150 });
});

/** Takes the steps, tries again what was refused, and checks what both tabs show at every moment and at the end. */
async function run(steps: readonly Step[], stream: Iterator<Fate>) {
  const server = new SlowChannel(next(stream));
  const device = new SlowDevice(server);
  const tabs = [device.open(20), device.open(0)];
  const all = new Set(tabs);
  const sent: string[][] = [[], []];
  for (const one of steps) {
    const { tab, nonce } = take(one, { server, device, tab: tabs[one.tab] ?? device.open(0) });
    tabs[one.tab] = tab;
    all.add(tab);
    if (nonce) sent[one.tab]?.push(nonce);
    await vi.advanceTimersByTimeAsync(one.waits);
  }
  await vi.advanceTimersByTimeAsync(200_000);
  server.isShut = false;
  for (const tab of tabs) tab.retry();
  await vi.advanceTimersByTimeAsync(200_000);
  expect([...all].flatMap(({ faults }) => faults)).toEqual([]);
  expect(await device.kept.all()).toEqual([]);
  for (const tab of tabs) {
    expect(tab.rows(CHANNEL)).toEqual(server.shownIn(talkOf(CHANNEL)).map(({ nonce }) => nonce));
    expect([null, server.shownIn(talkOf(THREAD)).map(({ nonce }) => nonce)]).toContainEqual(tab.rows(THREAD));
    tab.close();
  }
  const nonces = server.messages.map(({ nonce }) => nonce);
  expect(nonces).toEqual(expect.arrayContaining(sent.flat()));
  expect(new Set(nonces).size).toBe(nonces.length);
  return { server, sent };
}

interface Place {
  server: SlowChannel;
  device: SlowDevice;
  tab: SlowTab;
}

/** Does one step; answers the tab that stands there afterwards, and what it sent. */
function take({ does }: Step, { server, device, tab }: Place): { tab: SlowTab; nonce?: string } {
  if (does === 'shut' || does === 'open') server.isShut = does === 'shut';
  if (does === 'retry') tab.retry();
  if (does === 'other' && !server.isShut) server.save({ body: 'from another' }, person(2));
  if (does === 'open thread') void tab.load(THREAD).catch(() => undefined);
  if (does === 'reload') {
    tab.close();
    return { tab: device.open(tab.lag) };
  }
  if (does === 'send') return { tab, nonce: tab.outbox.send({ channelId: CHANNEL, body: does }) };
  if (!does.startsWith('reply')) return { tab };
  const place = { channelId: CHANNEL, parentId: PARENT.id, alsoToChannel: does === 'reply to all' };
  return { tab, nonce: tab.outbox.send({ ...place, body: does }) };
}
