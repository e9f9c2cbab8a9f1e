import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { redisInstalled, startRedis } from '../test/redis-server.ts';
import { until } from '../test/until.ts';
import { closeRealtime, realtime, reportRealtimeErrors } from './realtime.ts';

const table = { send: { points: 2, seconds: 60 } };

afterEach(async () => {
  await closeRealtime();
  vi.unstubAllEnvs();
});

describe('the realtime side of a process', () => {
  it('is one, also for another copy of the module', async () => {
    vi.resetModules();
    const copy = await import('./realtime.ts');
    expect(copy.realtime).not.toBe(realtime);
    expect(copy.realtime()).toBe(realtime());
    const heard: string[] = [];
    realtime().hub.listen('user:1', (payload) => heard.push(payload));
    copy.realtime().hub.publish('user:1', 'x');
    await until('it came', () => heard.length === 1);
    const [here, there] = [realtime().createLimits(table), copy.realtime().createLimits(table)];
    await here.consume('send', 'ada');
    expect(await there.consume('send', 'ada')).toMatchObject({ ok: true, remaining: 0 });
  });

  it('is made anew after it was closed', async () => {
    const before = realtime();
    await closeRealtime();
    expect(before.bus.healthy()).toBe(false);
    expect(realtime()).not.toBe(before);
    expect(realtime().bus.healthy()).toBe(true);
  });

  it('limits nothing when told so', async () => {
    vi.stubEnv('RATE_LIMITS', 'off');
    const limits = realtime().createLimits(table);
    for (let count = 0; count < 5; count += 1) expect((await limits.consume('send', 'ada')).ok).toBe(true);
  });

  it('does not start with a wrong setting, and starts once it is mended', () => {
    vi.stubEnv('REDIS_URL', 'mysql://localhost');
    expect(() => realtime()).toThrow('REDIS_URL must be');
    vi.stubEnv('REDIS_URL', '');
    expect(realtime().bus.healthy()).toBe(true);
  });

  it.skipIf(!redisInstalled)('works over Redis, and tells of its loss', async () => {
    const server = await startRedis();
    onTestFinished(() => server.remove());
    vi.stubEnv('REDIS_URL', server.url);
    const reported: string[] = [];
    reportRealtimeErrors((_error, where) => reported.push(where));
    const { bus, hub, presence, typing, createLimits } = realtime();
    const userId = crypto.randomUUID();
    const heard: string[] = [];
    const topics = [`presence:${userId}`, `signal:${userId}`];
    await Promise.all(topics.map((topic) => hub.listen(topic, () => heard.push(topic)).ready));
    await until('it is healthy', () => bus.healthy());
    await presence.beat({ userId, deviceId: 'a', status: 'ONLINE' });
    typing.start({ channelId: userId, userId, parentId: null });
    await until('both came', () => heard.length === 2);
    expect(await createLimits(table).consume('send', 'ada')).toMatchObject({ ok: true, remaining: 1 });
    await server.kill();
    await until('it was told', () => reported.length > 0);
    expect(reported.every((where) => where.startsWith('the Redis connection for'))).toBe(true);
  });
});
