import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CHANNEL_ID, FakeChannel } from '../../test/fake-channel.ts';
import { RecordingSink } from '../../test/recording-sink.ts';
import { type RedisServer, redisInstalled, startRedis } from '../../test/redis-server.ts';
import { until } from '../../test/until.ts';
import { openChannelStream } from '../channel-stream.ts';
import { createHub } from '../create-hub.ts';
import { createRedisBus } from './redis-bus.ts';

/** A server of its own, as far as the bus is concerned. */
function createServer(redis: RedisServer) {
  const reportError = () => undefined;
  const bus = createRedisBus({ address: { kind: 'single', url: redis.url }, reportError });
  const hub = createHub({ bus, reportError });
  onTestFinished(async () => {
    hub.close();
    await bus.close();
  });
  return { bus, hub };
}

describe.skipIf(!redisInstalled)('a stream over two servers', () => {
  it('misses nothing while Redis is killed, cut and stalled', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.remove());
    const [web, sockets] = [createServer(redis), createServer(redis)];
    const channel = new FakeChannel(['ada']);
    const sink = new RecordingSink();
    const abort = new AbortController();
    onTestFinished(() => abort.abort());
    const stream = openChannelStream({
      hub: sockets.hub,
      channelId: CHANNEL_ID,
      viewerId: 'ada',
      lastSeq: 0,
      readChanges: (after, limit) => channel.readChanges('ada', after, limit),
      readHead: () => channel.readHead('ada'),
    });
    void stream.pipe(sink, abort.signal);
    const send = async (count: number) => {
      for (let sent = 0; sent < count; sent += 1) web.hub.publishChannel(CHANNEL_ID, channel.send());
      await until('it came', () => sink.seqs.at(-1) === channel.head);
    };
    await until('all are connected', () => web.bus.healthy() && sockets.bus.healthy());
    await until('the stream has begun', () => channel.reads === 1);
    await send(100);
    expect(channel.reads).toBe(1);
    sockets.hub.startCheck({
      everyMs: 50,
      readHeads: async () => new Map([[CHANNEL_ID, channel.head]]),
      readChanges: (_id, after, limit) => channel.readForAll(after, limit),
    });
    await redis.kill();
    await send(50);
    await redis.start();
    await send(50);
    const admin = new Redis(redis.url);
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    admin.disconnect();
    await send(50);
    redis.stall();
    await send(50);
    redis.resume();
    await send(50);
    expect(sink.seqs).toEqual(Array.from({ length: 350 }, (_, index) => index + 1));
  });
});
