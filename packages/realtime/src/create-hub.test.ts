import { describe, expect, it, onTestFinished } from 'vitest';
import { CHANNEL_ID, FakeChannel } from '../test/fake-channel.ts';
import { interruptible } from '../test/interruptible-bus.ts';
import { until } from '../test/until.ts';
import type { Bus } from './bus.ts';
import { createHub, type HubOptions } from './create-hub.ts';
import type { EncodedEvent } from './encoded-event.ts';
import type { ChangeSpan, ChannelListener } from './hub.ts';
import { createMemoryBus } from './memory/memory-bus.ts';
import { channelTopic } from './topics.ts';

/** Counts the subscriptions that a bus holds. */
function counted(bus: Bus): { bus: Bus; opened: string[]; open: Set<string> } {
  const opened: string[] = [];
  const open = new Set<string>();
  const subscribe: Bus['subscribe'] = (topic, listener) => {
    const subscription = bus.subscribe(topic, listener);
    opened.push(topic);
    open.add(topic);
    return {
      ready: subscription.ready,
      close: () => {
        open.delete(topic);
        subscription.close();
      },
    };
  };
  return { bus: { ...bindBus(bus), subscribe }, opened, open };
}

function bindBus(bus: Bus): Bus {
  return {
    publish: (topic, payload) => bus.publish(topic, payload),
    subscribe: (topic, listener) => bus.subscribe(topic, listener),
    onInterruption: (listener) => bus.onInterruption(listener),
    healthy: () => bus.healthy(),
    close: () => bus.close(),
  };
}

function rig(options: Partial<HubOptions> = {}) {
  const reported: string[] = [];
  const reportError = (error: unknown) => reported.push(error instanceof Error ? error.message : String(error));
  const memory = createMemoryBus(reportError);
  const { bus: noisy, interrupt } = interruptible(memory);
  const { bus, opened, open } = counted(noisy);
  const hub = createHub({ bus, reportError, lingerMs: 5, reorderMs: 5, ...options });
  onTestFinished(async () => {
    hub.close();
    await memory.close();
  });
  return { hub, bus, memory, interrupt, opened, open, reported, channel: new FakeChannel(['ada']) };
}

class Recorder implements ChannelListener {
  readonly events: EncodedEvent[] = [];
  readonly heads: number[] = [];
  readonly spans: ChangeSpan[] = [];

  get seqs(): number[] {
    return this.events.map(({ seq }) => seq);
  }

  onEvent(event: EncodedEvent): void {
    this.events.push(event);
  }

  onCheck(head: number): void {
    this.heads.push(head);
  }

  onSpan(span: ChangeSpan): void {
    this.spans.push(span);
  }
}

describe('a hub', () => {
  it('decodes an event once and hands the same object to all', async () => {
    const { hub, opened, channel } = rig();
    const recorders = [new Recorder(), new Recorder(), new Recorder()];
    for (const recorder of recorders) hub.listenChannel(CHANNEL_ID, recorder);
    const sent = channel.leave('ada');
    hub.publishChannel(CHANNEL_ID, sent);
    await until('all heard', () => recorders.every(({ events }) => events.length === 1));
    const [first] = recorders[0]?.events ?? [];
    expect(first).toMatchObject({ seq: 1, endsFor: 'ada', json: sent.json });
    expect(recorders.every(({ events }) => events[0] === first)).toBe(true);
    expect(opened).toEqual([channelTopic(CHANNEL_ID)]);
  });

  it('keeps a topic for a moment after the last listener, then lets it go', async () => {
    const { hub, opened, open } = rig();
    const one = hub.listen('user:1', () => undefined);
    one.close();
    one.close();
    const two = hub.listen('user:1', () => undefined);
    expect(opened).toHaveLength(1);
    two.close();
    await until('it was let go', () => open.size === 0);
    hub.listen('user:1', () => undefined);
    expect(opened).toHaveLength(2);
  });

  it('hands signals on as they came, also after a listener threw', async () => {
    const { hub, reported } = rig();
    const heard: string[] = [];
    hub.listen('user:1', () => {
      throw new Error('a bad listener');
    });
    hub.listen('user:1', (payload) => heard.push(payload));
    hub.publish('user:1', '{"type":"x"}');
    await until('it came', () => heard.length === 1);
    expect(heard).toEqual(['{"type":"x"}']);
    expect(reported).toEqual(['a bad listener']);
  });

  it('drops what is malformed, and says so', async () => {
    const { hub, bus, reported, channel } = rig();
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    bus.publish(channelTopic(CHANNEL_ID), 'nonsense');
    hub.publishChannel(CHANNEL_ID, channel.send());
    await until('the good one came', () => recorder.events.length === 1);
    expect(reported).toHaveLength(1);
  });

  it('goes on when a listener of a channel throws', async () => {
    const { hub, reported, channel } = rig();
    const fail = () => {
      throw new Error('a bad listener');
    };
    hub.listenChannel(CHANNEL_ID, { onEvent: fail, onCheck: fail, onSpan: fail });
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    hub.publishChannel(CHANNEL_ID, channel.send());
    await until('the other heard', () => recorder.events.length === 1);
    expect(reported).toEqual(['a bad listener']);
  });
});

describe('the order of hints', () => {
  it('is mended when they come in another order than they were committed', async () => {
    const { hub, channel } = rig({ reorderMs: 60_000 });
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    const [one, two, three, four] = [channel.send(), channel.send(), channel.send(), channel.send()];
    for (const event of [one, four, three, three, two, one]) hub.publishChannel(CHANNEL_ID, event);
    await until('all came', () => recorder.events.length === 4);
    expect(recorder.seqs).toEqual([1, 2, 3, 4]);
    expect(recorder.heads).toEqual([]);
  });

  it('with a hole that stays is passed on to the readers', async () => {
    const { hub, channel } = rig();
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    const [one, , three] = [channel.send(), channel.send(), channel.send()];
    for (const event of [one, three]) hub.publishChannel(CHANNEL_ID, event);
    await until('the hole was passed on', () => recorder.heads.length === 1);
    expect(recorder.heads).toEqual([3]);
    hub.publishChannel(CHANNEL_ID, channel.send());
    await until('the next came', () => recorder.events.length === 2);
    expect(recorder.seqs).toEqual([1, 4]);
  });

  it('with a hole that can be read is filled once for all, also when the first reads fail', async () => {
    const { hub, channel } = rig();
    const recorders = [new Recorder(), new Recorder()];
    for (const recorder of recorders) hub.listenChannel(CHANNEL_ID, recorder);
    hub.startCheck({
      everyMs: 60_000,
      readHeads: async () => new Map(),
      readChanges: (_id, after, limit) => channel.readForAll(after, limit),
    });
    channel.failures = 1;
    const [one, two, three] = [channel.send(), channel.send(), channel.send()];
    for (const event of [one, three]) hub.publishChannel(CHANNEL_ID, event);
    await until('it was filled', () => recorders.every(({ spans }) => spans.length === 1));
    const [span] = recorders[0]?.spans ?? [];
    expect(span).toMatchObject({ after: 1, through: 3 });
    expect(span?.events.map(({ json }) => json)).toEqual([two.json, three.json]);
    expect(recorders[1]?.spans[0]).toBe(span);
    expect(channel.reads).toBe(2);
  });

  it('with a hole too long to be filled for all leaves the rest to the readers', async () => {
    const { hub, channel } = rig();
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    hub.startCheck({
      everyMs: 60_000,
      readHeads: async () => new Map(),
      readChanges: (_id, after) => channel.readForAll(after, 10),
    });
    hub.publishChannel(CHANNEL_ID, channel.send());
    for (let count = 0; count < 100; count += 1) channel.send();
    hub.publishChannel(CHANNEL_ID, channel.send());
    await until('the rest was passed on', () => recorder.heads.length === 1);
    expect(recorder.spans.map(({ through }) => through)).toEqual([11, 21, 31, 41]);
    expect(recorder.heads).toEqual([102]);
  });
});

describe('the check', () => {
  it('asks for all listened channels in one call, and tells of those that moved', async () => {
    const { hub } = rig();
    const [a, b] = [new Recorder(), new Recorder()];
    hub.listenChannel('a', a);
    hub.listenChannel('b', b);
    hub.listenChannel('gone', new Recorder()).close();
    const heads = new Map([['a', 3]]);
    const asked: string[][] = [];
    hub.startCheck({
      everyMs: 2,
      readHeads: async (ids) => {
        asked.push(ids);
        return heads;
      },
    });
    await until('a was told', () => a.heads.length === 1);
    heads.set('b', 1).set('a', 4);
    await until('both were told', () => a.heads.length === 2 && b.heads.length === 1);
    const { length } = asked;
    await until('it asked on', () => asked.length > length + 3);
    expect([a.heads, b.heads]).toEqual([[3, 4], [1]]);
    expect(new Set(asked.map(String))).toEqual(new Set(['a,b']));
  });

  it('survives failures, and never asks twice at the same time', async () => {
    const { hub, reported, interrupt } = rig();
    const recorder = new Recorder();
    hub.listenChannel('a', recorder);
    let asking = 0;
    let most = 0;
    let asked = 0;
    hub.startCheck({
      everyMs: 1,
      readHeads: async () => {
        asking += 1;
        asked += 1;
        most = Math.max(most, asking);
        interrupt();
        await new Promise((resolve) => setImmediate(resolve));
        asking -= 1;
        if (asked < 3) throw new Error('The database is away.');
        return new Map([['a', 1]]);
      },
    });
    await until('it was told', () => recorder.heads.length === 1);
    expect(most).toBe(1);
    expect(reported).toEqual(['The database is away.', 'The database is away.']);
  });

  it('happens at once when hints may have been lost, and stops when told', async () => {
    const { hub, interrupt } = rig();
    hub.listenChannel('a', new Recorder());
    let asked = 0;
    const stop = hub.startCheck({
      everyMs: 60_000,
      readHeads: async () => {
        asked += 1;
        return new Map();
      },
    });
    interrupt();
    await until('it asked', () => asked === 1);
    stop();
    interrupt();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(1);
  });
});
