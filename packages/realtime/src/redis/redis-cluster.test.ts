import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { busContract } from '../../test/bus-contract.ts';
import { RedisCluster } from '../../test/redis-cluster.ts';
import { redisInstalled } from '../../test/redis-server.ts';
import { until } from '../../test/until.ts';
import { keySlot } from './key-slot.ts';
import { createRedisBus } from './redis-bus.ts';

describe.skipIf(!redisInstalled)('over a Redis cluster', () => {
  const cluster = new RedisCluster();
  beforeAll(() => cluster.start(), 30_000);
  afterAll(() => cluster.remove());

  busContract('Redis cluster', async (reportError) => ({
    near: createRedisBus({ address: cluster.address, reportError }),
    far: createRedisBus({ address: cluster.address, reportError }),
  }));

  it('knows the slot of a key as Redis does', async () => {
    const keys = ['', 'a', 'channel:1', '{7}:u', 'x{7}y', '{}z', '{', '}{', 'Žluť', '123456789'];
    for (const key of keys) expect(keySlot(key)).toBe(await cluster.admins[0]?.cluster('KEYSLOT', key));
  });

  it('follows a topic to another node, and says that hints may be missing', async () => {
    const bus = createRedisBus({ address: cluster.address, reportError: () => undefined });
    const heard: string[] = [];
    let interruptions = 0;
    bus.onInterruption(() => {
      interruptions += 1;
    });
    await bus.subscribe('wanderer', (payload) => heard.push(payload)).ready;
    bus.publish('wanderer', 'before');
    await until('a hint came', () => heard.includes('before'));
    const slot = keySlot('wanderer');
    const owner = Math.min(2, Math.floor(slot / (16_384 / 3)));
    await cluster.moveSlot(slot, (owner + 1) % 3);
    await until('it was said', () => interruptions > 0);
    await until('a hint comes over the other node', () => {
      bus.publish('wanderer', 'after');
      return heard.includes('after');
    });
    expect(heard.filter((payload) => payload === 'before')).toHaveLength(1);
    await cluster.moveSlot(slot, owner);
    await bus.close();
  });
});
