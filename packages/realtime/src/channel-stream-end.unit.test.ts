import { describe, expect, it } from 'vitest';
import { CHANNEL_ID } from '../test/fake-channel.ts';
import { ADA, BOB, createStreamRig } from '../test/stream-rig.ts';
import { until } from '../test/until.ts';

describe('the end of a membership', () => {
  it('ends the stream at that very number', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink, ended } = follow({ lastSeq: 0 });
    const bob = follow({ viewerId: BOB, lastSeq: 0 });
    hint(channel.send());
    await until('both streams are live', () => sink.seqs.length === 1 && bob.sink.seqs.length === 1);
    for (const event of [channel.send(), channel.leave(ADA), channel.send(), channel.send()]) hint(event);
    expect((await ended)?.reason).toBe('NOT_FOUND');
    expect(sink.seqs).toEqual([1, 2]);
    await until('the other has all', () => bob.sink.seqs.length === 5);
  });

  it('holds for what is already buffered', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink, ended } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    sink.block();
    for (const event of [channel.send(), channel.send(), channel.leave(ADA), channel.send()]) hint(event);
    await until('the full sink has what it could not refuse', () => sink.seqs.length === 2);
    sink.unblock();
    expect((await ended)?.reason).toBe('NOT_FOUND');
    expect(sink.seqs).toEqual([1, 2, 3]);
  });

  it('is seen in the database when its hint was lost', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink, ended } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    channel.leave(ADA);
    hint(channel.send());
    expect((await ended)?.reason).toBe('NOT_FOUND');
    expect(sink.seqs).toEqual([1]);
  });

  it('is seen in what the hub read for all', async () => {
    const { hub, channel, hint, follow } = createStreamRig();
    hub.startCheck({
      everyMs: 5,
      readHeads: async () => new Map([[CHANNEL_ID, channel.head]]),
      readChanges: (_id, afterSeq, limit) => channel.readForAll(afterSeq, limit),
    });
    const { sink, ended } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    channel.send();
    channel.leave(ADA);
    channel.send();
    expect((await ended)?.reason).toBe('NOT_FOUND');
    expect(sink.seqs).toEqual([1, 2]);
    // The initial read and the hub's own; none of the reader's.
    expect(channel.reads).toBe(2);
  });

  it('comes for everybody when the channel is deleted', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink, ended } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the stream is live', () => sink.seqs.length === 1);
    hint(channel.end());
    expect((await ended)?.reason).toBe('NOT_FOUND');
    expect(sink.seqs).toEqual([1]);
  });

  it('refuses who is no member from the start, and a number that was never reached', async () => {
    const { channel, follow } = createStreamRig();
    channel.send();
    expect((await follow({ viewerId: 'eve', lastSeq: 0 }).ended)?.reason).toBe('NOT_FOUND');
    expect((await follow({ viewerId: 'eve', lastSeq: null }).ended)?.reason).toBe('NOT_FOUND');
    expect((await follow({ lastSeq: 9 }).ended)?.reason).toBe('RESYNC');
  });
});
