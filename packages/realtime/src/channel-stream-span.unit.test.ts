import { describe, expect, it } from 'vitest';
import { FakeChannel } from '../test/fake-channel.ts';
import { RecordingSink } from '../test/recording-sink.ts';
import { until } from '../test/until.ts';
import { openChannelStream } from './channel-stream.ts';
import type { ChannelListener, Hub } from './hub.ts';

/** A live stream that has read up to the head, and the hub's grip on it. */
async function liveStream(channel: FakeChannel): Promise<{ sink: RecordingSink; listener: ChannelListener }> {
  const listeners: ChannelListener[] = [];
  const hub: Pick<Hub, 'listenChannel'> = {
    listenChannel: (_id, listener) => {
      listeners.push(listener);
      return { ready: Promise.resolve(), close: () => undefined };
    },
  };
  const sink = new RecordingSink();
  const stream = openChannelStream({
    hub,
    channelId: 'c',
    viewerId: 'ada',
    lastSeq: 0,
    readChanges: (afterSeq, limit) => channel.readChanges('ada', afterSeq, limit),
    readHead: () => channel.readHead('ada'),
  });
  void stream.pipe(sink, new AbortController().signal);
  await until('it has read', () => sink.seqs.at(-1) === channel.head);
  const [listener] = listeners;
  if (!listener) throw new Error('The stream did not listen.');
  return { sink, listener };
}

describe('a stream', () => {
  it('reads from the database only when hints can no longer pass it by', async () => {
    const channel = new FakeChannel(['ada']);
    let subscribed = () => {};
    const ready = new Promise<void>((resolve) => {
      subscribed = resolve;
    });
    const hub = { listenChannel: () => ({ ready, close: () => undefined }) };
    const sink = new RecordingSink();
    const stream = openChannelStream({
      hub,
      channelId: 'c',
      viewerId: 'ada',
      lastSeq: 0,
      readChanges: (afterSeq, limit) => channel.readChanges('ada', afterSeq, limit),
      readHead: () => channel.readHead('ada'),
    });
    void stream.pipe(sink, new AbortController().signal);
    await new Promise((resolve) => setImmediate(resolve));
    // Committed before the subscription is in force: no hint of it will come.
    channel.send();
    subscribed();
    await until('it came', () => sink.seqs.length === 1);
    expect(channel.reads).toBe(1);
  });
});

describe('a span that was read for all readers', () => {
  it('is taken without a read, but for what is there already', async () => {
    const channel = new FakeChannel(['ada']);
    for (let count = 0; count < 3; count += 1) channel.send();
    const { sink, listener } = await liveStream(channel);
    const span = [channel.send(), channel.send()];
    listener.onSpan({ after: 1, through: 6, events: [...channel.after(1).slice(0, 2), ...span] });
    expect(sink.seqs).toEqual([1, 2, 3, 4, 5]);
    channel.vanish();
    listener.onEvent(channel.send());
    expect(sink.seqs).toEqual([1, 2, 3, 4, 5, 7]);
    expect(channel.reads).toBe(1);
  });

  it('does not hide what lies before it', async () => {
    const channel = new FakeChannel(['ada']);
    channel.send();
    const { sink, listener } = await liveStream(channel);
    channel.send();
    listener.onSpan({ after: 2, through: 3, events: [channel.send()] });
    await until('all came', () => sink.seqs.length === 3);
    expect(sink.seqs).toEqual([1, 2, 3]);
  });

  it('is read on by number when the sink gets full in its midst', async () => {
    const channel = new FakeChannel(['ada']);
    channel.send();
    const { sink, listener } = await liveStream(channel);
    const events = [channel.send(), channel.send(), channel.send()];
    sink.onWrite = (event) => {
      if (event.seq === 3) sink.block();
    };
    listener.onSpan({ after: 1, through: 4, events });
    expect(sink.seqs).toEqual([1, 2, 3]);
    sink.unblock();
    await until('the rest came', () => sink.seqs.length === 4);
    expect(sink.seqs).toEqual([1, 2, 3, 4]);
  });
});
