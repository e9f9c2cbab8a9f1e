import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { limitsContract } from '../../test/limits-contract.ts';
import { RedisCluster } from '../../test/redis-cluster.ts';
import { type RedisServer, redisInstalled, startRedis } from '../../test/redis-server.ts';
import { until } from '../../test/until.ts';
import { createRateLimits } from '../rate-limits/create-rate-limits.ts';
import type { RedisAddress } from '../redis-address.ts';
import { connectRedis } from './connect-redis.ts';
import { RedisGate } from './redis-gate.ts';
import { redisRateLimits } from './redis-rate-limits.ts';

const clients: { disconnect: () => void }[] = [];
afterAll(() => {
  for (const client of clients) client.disconnect();
});

function driverOn(address: RedisAddress) {
  const client = connectRedis(address, { name: 'test', reportError: () => undefined });
  clients.push(client);
  return redisRateLimits(new RedisGate(client));
}

describe.skipIf(!redisInstalled)('over one Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.remove());

  limitsContract('Redis', () => {
    const address = { kind: 'single', url: server.url } as const;
    return { near: driverOn(address), far: driverOn(address) };
  });
});

describe.skipIf(!redisInstalled)('over a Redis cluster', () => {
  const cluster = new RedisCluster();
  beforeAll(() => cluster.start(), 30_000);
  afterAll(() => cluster.remove());

  limitsContract('a Redis cluster', () => ({ near: driverOn(cluster.address), far: driverOn(cluster.address) }));
});

describe.skipIf(!redisInstalled)('limits without their Redis', () => {
  const table = {
    send: { points: 10, seconds: 60 },
    signIn: { points: 10, seconds: 60, failClosed: true },
  };
  const open = async () => {
    const server = await startRedis();
    onTestFinished(() => server.remove());
    return { server, limits: createRateLimits(table, driverOn({ kind: 'single', url: server.url })) };
  };
  const passed = async (limits: Awaited<ReturnType<typeof open>>['limits'], key: string) => {
    let count = 0;
    while ((await limits.consume('send', key)).ok) count += 1;
    return count;
  };

  it('are counted in the process, half as many, or refused; and together again when it is back', async () => {
    const { server, limits } = await open();
    expect(await limits.consume('send', 'ada')).toMatchObject({ ok: true, remaining: 9 });
    await server.kill();
    await until('the loss is known', async () => !(await limits.consume('signIn', 'ada')).ok);
    expect(await limits.consume('signIn', 'bob')).toMatchObject({ ok: false, reason: 'UNAVAILABLE' });
    expect(await passed(limits, 'bob')).toBe(5);
    await limits.reset('send', 'bob');
    expect(await passed(limits, 'bob')).toBe(5);
    await server.start();
    await until('it counts again', async () => (await limits.consume('signIn', 'cid')).ok);
    expect(await passed(limits, 'cid')).toBe(10);
  });

  it('answer in time while it does not', async () => {
    const { server, limits } = await open();
    await limits.consume('send', 'ada');
    server.stall();
    expect(await limits.consume('send', 'ada')).toMatchObject({ ok: true, limit: 10 });
    expect(await limits.consume('signIn', 'ada')).toMatchObject({ ok: false, reason: 'UNAVAILABLE' });
    server.resume();
    await until('it counts again', async () => (await limits.consume('signIn', 'ada')).ok);
  });
});
