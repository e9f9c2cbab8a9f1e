import { describe, expect, it } from 'vitest';
import { CHANNEL_ID } from '../test/fake-channel.ts';
import { createStreamRig } from '../test/stream-rig.ts';
import { until } from '../test/until.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a channel stream', () => {
  it('hands out what was missed, then what comes', async () => {
    const { channel, hint, follow } = createStreamRig();
    for (const _ of range(1, 5)) channel.send();
    const { sink } = follow({ lastSeq: 2 });
    await until('the backlog came', () => sink.seqs.length === 3);
    hint(channel.send());
    hint(channel.edit(0));
    await until('the live events came', () => sink.seqs.length === 5);
    expect(sink.seqs).toEqual([3, 4, 5, 6, 7]);
    expect(sink.events.at(-1)?.json).toBe(channel.history.get(7)?.json);
  });

  it('begins at the head without a number, and misses nothing from there', async () => {
    const { channel, hint, follow } = createStreamRig();
    for (const _ of range(1, 3)) channel.send();
    let sent = 0;
    channel.delay = async () => {
      // Committed and told while the head is being read.
      if (sent++ === 0) hint(channel.send());
    };
    const { sink } = follow({ lastSeq: null });
    await until('the event came', () => sink.seqs.length === 1);
    hint(channel.send());
    await until('the next came', () => sink.seqs.length === 2);
    expect(sink.seqs).toEqual([4, 5]);
  });

  it('reads nothing from the database while hints come in order', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink } = follow({ lastSeq: 0 });
    await until('the stream is live', () => channel.reads === 1);
    for (const _ of range(1, 100)) hint(channel.send());
    await until('all came', () => sink.seqs.length === 100);
    expect(sink.seqs).toEqual(range(1, 100));
    expect(channel.reads).toBe(1);
  });

  it('fills a hole that a lost hint left', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('the first came', () => sink.seqs.length === 1);
    channel.send();
    hint(channel.send());
    await until('the hole was filled', () => sink.seqs.length === 3);
    expect(sink.seqs).toEqual([1, 2, 3]);
  });

  it('drops what comes twice or late', async () => {
    const { channel, hint, follow } = createStreamRig();
    const { sink } = follow({ lastSeq: 0 });
    const [first, second] = [channel.send(), channel.send()];
    for (const event of [second, first, second, first]) hint(event);
    await until('both came', () => sink.seqs.length === 2);
    hint(first);
    hint(channel.send());
    await until('the third came', () => sink.seqs.length === 3);
    expect(sink.seqs).toEqual([1, 2, 3]);
  });

  it('skips numbers whose rows were changed again', async () => {
    const { channel, hint, follow } = createStreamRig();
    for (const _ of range(1, 3)) channel.send();
    channel.edit(0);
    channel.edit(0);
    const { sink } = follow({ lastSeq: 0 });
    await until('what shows came', () => sink.seqs.length === 3);
    hint(channel.send());
    await until('the next came', () => sink.seqs.length === 4);
    expect(sink.seqs).toEqual([2, 3, 5, 6]);
  });

  it('is not held up by a number that no row shows', async () => {
    const { hub, channel, follow } = createStreamRig();
    channel.send();
    const { sink } = follow({ lastSeq: 0 });
    await until('the first came', () => sink.seqs.length === 1);
    channel.vanish();
    const { reads } = channel;
    let asked = 0;
    const readHeads = async () => {
      asked += 1;
      return new Map([[CHANNEL_ID, channel.head]]);
    };
    hub.startCheck({ everyMs: 1, readHeads });
    await until('the counter was asked for often', () => asked > 10);
    expect(channel.reads).toBe(reads + 1);
    expect(sink.seqs).toEqual([1]);
  });

  it('reads long backlogs in pages', async () => {
    const { channel, follow } = createStreamRig();
    for (const _ of range(1, 25)) channel.send();
    const { sink } = follow({ lastSeq: 0, limits: { page: 10 } });
    await until('all came', () => sink.seqs.length === 25);
    expect(sink.seqs).toEqual(range(1, 25));
    expect(channel.reads).toBe(3);
  });

  it('keeps trying when reads fail, and loses nothing that comes meanwhile', async () => {
    const { channel, hint, follow } = createStreamRig();
    for (const _ of range(1, 3)) channel.send();
    channel.failures = 5;
    const { sink } = follow({ lastSeq: 0 });
    hint(channel.send());
    await until('all came', () => sink.seqs.length === 4);
    expect(channel.failures).toBe(0);
    expect(sink.seqs).toEqual([1, 2, 3, 4]);
  });

  it('counts a read without an answer as failed', async () => {
    const { channel, follow } = createStreamRig();
    channel.send();
    let first = true;
    channel.delay = () => {
      const never = first;
      first = false;
      return never ? new Promise(() => undefined) : Promise.resolve();
    };
    const { sink } = follow({ lastSeq: 0, limits: { readMs: 5 } });
    await until('the second try answered', () => sink.seqs.length === 1);
    expect(channel.reads).toBe(2);
  });

  it('ends quietly when its signal aborts, also while a read fails for ever', async () => {
    const { channel, hint, follow } = createStreamRig();
    channel.failures = Number.POSITIVE_INFINITY;
    const { sink, ended, stop } = follow({ lastSeq: 0 });
    await until('it tried', () => channel.reads > 2);
    stop();
    expect(await ended).toBeNull();
    channel.failures = 0;
    hint(channel.send());
    const other = follow({ lastSeq: 0 });
    await until('another reader has it', () => other.sink.seqs.length === 1);
    expect(sink.seqs).toEqual([]);
  });
});
