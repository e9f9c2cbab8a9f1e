import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { busContract } from '../../test/bus-contract.ts';
import { freePort } from '../../test/free-port.ts';
import { RedisServer, redisInstalled, startRedis } from '../../test/redis-server.ts';
import { until } from '../../test/until.ts';
import { createRedisBus } from './redis-bus.ts';

describe.skipIf(!redisInstalled)('over one Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.remove());

  busContract('Redis', async (reportError) => ({
    near: createRedisBus({ address: { kind: 'single', url: server.url }, reportError }),
    far: createRedisBus({ address: { kind: 'single', url: server.url }, reportError }),
  }));
});

async function cutSubscriptions(server: RedisServer): Promise<void> {
  const admin = new Redis(server.url);
  await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  admin.disconnect();
}

describe.skipIf(!redisInstalled)('a Redis bus in trouble', () => {
  const open = async (settings?: string[]) => {
    const server = await startRedis(settings);
    const reported: string[] = [];
    const address = { kind: 'single', url: server.url } as const;
    const bus = createRedisBus({ address, reportError: (error) => reported.push(String(error)) });
    onTestFinished(async () => {
      await bus.close();
      await server.remove();
    });
    let interruptions = 0;
    bus.onInterruption(() => {
      interruptions += 1;
    });
    await until('it is healthy', () => bus.healthy());
    return { server, bus, reported, interruptions: () => interruptions };
  };

  it('comes back after a crash, subscribes again and says that hints may be missing', async () => {
    const { server, bus, reported, interruptions } = await open();
    const heard: string[] = [];
    await bus.subscribe('t', (payload) => heard.push(payload)).ready;
    await server.kill();
    await until('the loss is known', () => !bus.healthy());
    await until('it was reported', () => reported.length > 0);
    expect(() => bus.publish('t', 'lost')).not.toThrow();
    await server.start();
    await until('it was said', () => interruptions() > 0);
    await until('it is healthy', () => bus.healthy());
    bus.publish('t', 'after');
    await until('a hint came', () => heard.includes('after'));
    // Each of the two connections once, however often it tried.
    expect(reported.length).toBeLessThanOrEqual(2);
  });

  it('subscribes again when only its subscriptions were cut', async () => {
    const { server, bus, interruptions } = await open();
    const heard: string[] = [];
    await bus.subscribe('t', (payload) => heard.push(payload)).ready;
    await cutSubscriptions(server);
    await until('it was said', () => interruptions() > 0);
    bus.publish('t', 'after');
    await until('a hint came', () => heard.length > 0);
    expect(heard).toEqual(['after']);
  });

  it('keeps thousands of topics through a loss', async () => {
    const { server, bus, interruptions } = await open();
    const heard = new Set<string>();
    const topics = Array.from({ length: 3_000 }, (_, index) => `topic:${index}`);
    await Promise.all(topics.map((topic) => bus.subscribe(topic, () => heard.add(topic)).ready));
    await cutSubscriptions(server);
    await until('it was said', () => interruptions() > 0);
    for (const topic of topics) bus.publish(topic, 'x');
    await until('all heard', () => heard.size === topics.length);
    expect(interruptions()).toBe(1);
  });

  it('lets nobody wait for a server that is away, and works when it comes', async () => {
    const server = new RedisServer(await freePort());
    const bus = createRedisBus({ address: { kind: 'single', url: server.url }, reportError: () => undefined });
    onTestFinished(async () => {
      await bus.close();
      await server.remove();
    });
    const heard: string[] = [];
    await bus.subscribe('t', (payload) => heard.push(payload)).ready;
    expect(bus.healthy()).toBe(false);
    let interruptions = 0;
    bus.onInterruption(() => {
      interruptions += 1;
    });
    await server.start();
    await until('the subscription is in force', () => interruptions > 0);
    await until('it is healthy', () => bus.healthy());
    bus.publish('t', 'x');
    await until('a hint came', () => heard.includes('x'));
  });

  it('bounds what waits for a server that does not answer, and goes on when it does', async () => {
    const { server, bus, reported } = await open();
    const heard: string[] = [];
    await bus.subscribe('t', (payload) => heard.push(payload)).ready;
    server.stall();
    for (let count = 0; count < 20_000; count += 1) bus.publish('t', `x${count}`);
    expect(reported.filter((text) => text.includes('more are dropped'))).toHaveLength(1);
    server.resume();
    await until('what waited came', () => heard.length === 10_000);
    bus.publish('t', 'after');
    await until('a hint came', () => heard.includes('after'));
  });
});
