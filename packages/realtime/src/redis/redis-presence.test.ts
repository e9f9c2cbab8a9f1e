import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { presenceContract } from '../../test/presence-contract.ts';
import { RedisCluster } from '../../test/redis-cluster.ts';
import { type RedisServer, redisInstalled, startRedis } from '../../test/redis-server.ts';
import { until } from '../../test/until.ts';
import type { PresenceOptions } from '../presence/presence.ts';
import type { RedisAddress } from '../redis-address.ts';
import { connectRedis } from './connect-redis.ts';
import { RedisGate } from './redis-gate.ts';
import { createRedisPresence } from './redis-presence.ts';

const clients: { disconnect: () => void }[] = [];
afterAll(() => {
  for (const client of clients) client.disconnect();
});

function openOn(address: RedisAddress, options: PresenceOptions & { reportError?: (error: unknown) => void }) {
  const client = connectRedis(address, { name: 'test', reportError: () => undefined });
  clients.push(client);
  return createRedisPresence({ reportError: () => undefined, ...options, gate: new RedisGate(client) });
}

describe.skipIf(!redisInstalled)('over one Redis', () => {
  let server: RedisServer;
  const address = () => ({ kind: 'single', url: server.url }) as const;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.remove());

  presenceContract('Redis', (options) => ({ near: openOn(address(), options), far: openOn(address(), options) }));

  it('leaves no key without an end', async () => {
    const presence = openOn(address(), { publish: () => undefined });
    onTestFinished(() => presence.close());
    await presence.beat({ userId: 'ada', deviceId: 'a', status: 'ONLINE' });
    const admin = new Redis(server.url);
    onTestFinished(() => admin.disconnect());
    const keys = await admin.keys('*');
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) {
      expect(key).toMatch(/^parley:presence:\{\d+\}:/);
      expect(await admin.pttl(key)).toBeGreaterThan(0);
    }
  });

  it('knows everybody again after everything was lost, by their next beats', async () => {
    const published: string[] = [];
    const presence = openOn(address(), { publish: (_topic, payload) => published.push(payload) });
    onTestFinished(() => presence.close());
    await presence.beat({ userId: 'bob', deviceId: 'a', status: 'ONLINE' });
    const admin = new Redis(server.url);
    await admin.flushall();
    await admin.script('FLUSH');
    admin.disconnect();
    expect((await presence.read(['bob']))[0]?.status).toBe('OFFLINE');
    await presence.beat({ userId: 'bob', deviceId: 'a', status: 'ONLINE' });
    expect((await presence.read(['bob']))[0]?.status).toBe('ONLINE');
    expect(published).toHaveLength(2);
  });
});

describe.skipIf(!redisInstalled)('over a Redis cluster', () => {
  const cluster = new RedisCluster();
  beforeAll(() => cluster.start(), 30_000);
  afterAll(() => cluster.remove());

  presenceContract('a Redis cluster', (options) => ({
    near: openOn(cluster.address, options),
    far: openOn(cluster.address, options),
  }));
});

describe.skipIf(!redisInstalled)('presence without its Redis', () => {
  it('is missing, and nothing fails; it comes back by itself', async () => {
    const server = await startRedis();
    const reported: unknown[] = [];
    const presence = openOn(
      { kind: 'single', url: server.url },
      { publish: () => undefined, sweepEveryMs: 20, reportError: (error) => reported.push(error) },
    );
    onTestFinished(async () => {
      await presence.close();
      await server.remove();
    });
    await presence.beat({ userId: 'ada', deviceId: 'a', status: 'ONLINE' });
    await server.kill();
    await until('it was reported', () => reported.length > 0);
    await presence.beat({ userId: 'ada', deviceId: 'a', status: 'ONLINE' });
    await presence.leave({ userId: 'ada', deviceId: 'a' });
    expect(await presence.read(['ada'])).toEqual([{ userId: 'ada', status: 'OFFLINE', lastActiveAt: null }]);
    expect(reported).toHaveLength(1);
    await server.start();
    await until('she is seen again', async () => {
      await presence.beat({ userId: 'ada', deviceId: 'a', status: 'ONLINE' });
      return (await presence.read(['ada']))[0]?.status === 'ONLINE';
    });
  });
});
