import { describe, expect, it } from 'vitest';
import { CHANNEL_ID } from '../test/fake-channel.ts';
import { ADA, createStreamRig } from '../test/stream-rig.ts';
import { until } from '../test/until.ts';
import { openChannelStream } from './channel-stream.ts';
import { isStreamEnded } from './event-stream.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('an iteration', () => {
  const iterate = (rig: ReturnType<typeof createStreamRig>, signal?: AbortSignal) =>
    openChannelStream({
      hub: rig.hub,
      channelId: CHANNEL_ID,
      viewerId: ADA,
      lastSeq: 0,
      signal,
      readChanges: (afterSeq, limit) => rig.channel.readChanges(ADA, afterSeq, limit),
      readHead: () => rig.channel.readHead(ADA),
    });

  it('gives numbered events and throws at the end of the membership', async () => {
    const rig = createStreamRig();
    const seen: string[] = [];
    rig.channel.send('One');
    const reading = (async () => {
      for await (const { id, data } of iterate(rig)) {
        seen.push(`${id} ${data.type === 'message' ? data.message.body : data.type}`);
        if (seen.length === 1) for (const event of [rig.channel.send('Two'), rig.channel.leave(ADA)]) rig.hint(event);
      }
    })();
    await expect(reading).rejects.toSatisfy((error) => isStreamEnded(error) && error.reason === 'NOT_FOUND');
    expect(seen).toEqual(['1 One', '2 Two']);
  });

  it('gives more than it buffers to a reader who takes its time', async () => {
    const rig = createStreamRig();
    for (const _ of range(1, 300)) rig.channel.send();
    const seen: number[] = [];
    for await (const { id } of iterate(rig)) {
      seen.push(Number(id));
      if (seen.length % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (seen.length === 300) break;
    }
    expect(seen).toEqual(range(1, 300));
  });

  it('ends quietly when the signal aborts, and lets its listener go', async () => {
    const rig = createStreamRig();
    rig.channel.send();
    const abort = new AbortController();
    for await (const _ of iterate(rig, abort.signal)) abort.abort();
    let asked: string[] = [];
    const readHeads = async (ids: string[]) => {
      asked = ids;
      return new Map<string, number>();
    };
    rig.hub.startCheck({ everyMs: 1, readHeads });
    rig.hub.listenChannel('another', { onEvent() {}, onCheck() {}, onSpan() {} });
    await until('the hub asked', () => asked.length > 0);
    expect(asked).toEqual(['another']);
  });

  it('happens once', async () => {
    const rig = createStreamRig();
    rig.channel.send();
    const stream = iterate(rig);
    for await (const _ of stream) break;
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('consumed once');
  });
});
