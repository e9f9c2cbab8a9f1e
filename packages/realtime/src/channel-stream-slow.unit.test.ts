import { describe, expect, it } from 'vitest';
import { createStreamRig } from '../test/stream-rig.ts';
import { until } from '../test/until.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a slow reader', () => {
  it('gets what waited, in order, once the sink takes more', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    sink.block();
    for (const _ of range(1, 50)) hint(channel.send());
    await until('one more was written', () => sink.seqs.length === 2);
    const { reads } = channel;
    sink.unblock();
    await until('all came', () => sink.seqs.length === 51);
    expect(sink.seqs).toEqual(range(1, 51));
    expect(channel.reads).toBe(reads);
  });

  it('gets everything from a sink that is full after each event', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    sink.onWrite = () => {
      sink.block();
      setImmediate(() => sink.unblock());
    };
    for (const _ of range(1, 20)) hint(channel.send());
    await until('all came', () => sink.seqs.length === 21);
    expect(sink.seqs).toEqual(range(1, 21));
  });

  it('falls back to the database beyond the bound of its queue', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink } = follow({ lastSeq: 0, limits: { queue: 10, page: 7 } });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    sink.block();
    for (const _ of range(1, 50)) hint(channel.send());
    await until('one more was written', () => sink.seqs.length === 2);
    sink.unblock();
    await until('all came', () => sink.seqs.length === 51);
    expect(sink.seqs).toEqual(range(1, 51));
    expect(channel.reads).toBeGreaterThan(1);
  });

  it('is cut when it takes nothing for too long', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink, ended } = follow({ lastSeq: 0, limits: { slowMs: 20 } });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    sink.block();
    hint(channel.send());
    expect((await ended)?.reason).toBe('TOO_SLOW');
  });
});
