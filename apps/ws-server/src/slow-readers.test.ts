import { renderMetrics } from '@parley/telemetry/metrics';
import { afterEach, describe, expect, it } from 'vitest';
import { EventSource, eventRouter } from '../test/event-source.ts';
import { bearing, knownSessions } from '../test/known-sessions.ts';
import { openRaw, type RawSocket } from '../test/raw-socket.ts';
import { startTestServer, type TestServer } from '../test/test-server.ts';
import { until } from '../test/until.ts';
import type { SocketLimits } from './limits.ts';

const source = new EventSource();
let server: TestServer;
afterEach(() => server.stop());

async function start(limits: Partial<SocketLimits>): Promise<void> {
  const given = { router: eventRouter(source), createContext: () => ({}), sessions: knownSessions() };
  server = await startTestServer({ ...given, limits: { beatMs: 20, ...limits } });
}

function open(token: string): Promise<RawSocket> {
  return openRaw(server.url, bearing(token));
}

/** Sockets that this process has closed because they did not read. */
async function cutSoFar(): Promise<number> {
  const { text } = await renderMetrics();
  return Number(/^parley_sockets_closed_total\{code="4408"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

const endless = { id: 1, method: 'subscription', params: { path: 'events', input: { endless: 'x'.repeat(50_000) } } };
const live = { id: 1, method: 'subscription', params: { path: 'events' } };

describe('a reader that stops reading', () => {
  it('holds its stream up, and is cut in the end with a word that it finds when it reads again', async () => {
    await start({ stuckMs: 400 });
    const slow = await open('slow.1');
    slow.send(endless);
    await slow.frame(({ result }) => result?.type === 'data');
    slow.ws.pause();
    await until('its stream has stopped', () => server.ws.counts.subscriptions === 0);
    const { deliveries } = server.ws.counts;
    slow.ws.resume();
    expect(await slow.closeCode()).toBe(4408);
    expect(slow.frames.filter(({ result }) => result?.type === 'data').length).toBeLessThan(deliveries);
    expect(slow.frames.some(({ result }) => result?.type === 'stopped')).toBe(false);
  });

  it('is cut at once when more piles up than it may', async () => {
    await start({ stuckMs: 60_000 });
    const slow = await open('slow.1');
    const before = await cutSoFar();
    slow.ws.pause();
    const echo = (id: number) => ({ id, method: 'query', params: { path: 'echo', input: 'x'.repeat(200_000) } });
    for (let id = 1; id <= 100; id += 1) slow.send(echo(id));
    await until('it is cut', async () => (await cutSoFar()) > before);
    slow.ws.resume();
    expect(await slow.closeCode()).toBe(4408);
  });

  it('is not noticed by others', async () => {
    await start({ stuckMs: 60_000 });
    const [slow, quick] = await Promise.all([open('slow.1'), open('quick.2')]);
    slow.send(live);
    quick.send(live);
    await until('both read', () => source.readers === 2);
    slow.ws.pause();
    const text = 'x'.repeat(100_000);
    for (let seq = 1; seq <= 100; seq += 1) {
      source.tell(seq, text);
      await until('the quick one has it', () => quick.texts.length === seq + 1);
    }
    const ids = quick.frames.flatMap(({ result }) => result?.id ?? []);
    expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => String(index + 1)));
    slow.ws.terminate();
    quick.ws.close();
  });
});

describe('a reader that is only slow', () => {
  it('gets everything in order', async () => {
    await start({ stuckMs: 1_000 });
    const slow = await open('slow.1');
    slow.send(endless);
    for (let pause = 0; pause < 20; pause += 1) {
      const before = slow.texts.length;
      await until('more came', () => slow.texts.length > before);
      slow.ws.pause();
      await until('the stream waits', () => server.ws.counts.deliveries > 0);
      slow.ws.resume();
    }
    const ids = slow.frames.flatMap(({ result }) => result?.id ?? []);
    expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
    expect(slow.closed).toBeNull();
    slow.ws.terminate();
  });
});
