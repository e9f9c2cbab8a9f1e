import { describe, expect, it } from 'vitest';
import { CHANNEL_ID, DATABASE_AWAY } from '../test/fake-channel.ts';
import { createHubRig, Recorder } from '../test/hub-rig.ts';
import { until } from '../test/until.ts';

describe('the order of hints', () => {
  it('is mended when they come in another order than they were committed', async () => {
    const { hub, channel } = createHubRig({ reorderMs: 60_000 });
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    const [one, two, three, four] = [channel.send(), channel.send(), channel.send(), channel.send()];
    for (const event of [one, four, three, three, two, one]) hub.publishChannel(CHANNEL_ID, event);
    await until('all came', () => recorder.events.length === 4);
    expect(recorder.seqs).toEqual([1, 2, 3, 4]);
    expect(recorder.heads).toEqual([]);
  });

  it('with a hole that stays is passed on to the readers', async () => {
    const { hub, channel } = createHubRig();
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
    const { hub, channel, reported } = createHubRig();
    const recorders = [new Recorder(), new Recorder()];
    for (const recorder of recorders) hub.listenChannel(CHANNEL_ID, recorder);
    hub.startCheck({
      everyMs: 60_000,
      readHeads: async () => new Map(),
      readChanges: (_id, after, limit) => channel.readForAll(after, limit),
    });
    channel.failures = 2;
    const [one, two, three] = [channel.send(), channel.send(), channel.send()];
    for (const event of [one, three]) hub.publishChannel(CHANNEL_ID, event);
    await until('it was filled', () => recorders.every(({ spans }) => spans.length === 1));
    const [span] = recorders[0]?.spans ?? [];
    expect(span).toMatchObject({ after: 1, through: 3 });
    expect(span?.events.map(({ json }) => json)).toEqual([two.json, three.json]);
    expect(recorders[1]?.spans[0]).toBe(span);
    expect(channel.reads).toBe(3);
    expect(reported).toEqual([DATABASE_AWAY.message]);
  });

  it('with a hole too long to be filled for all leaves the rest to the readers', async () => {
    const { hub, channel } = createHubRig();
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

  it('is not taken for a hole when a check knows of a hint that is on its way', async () => {
    const { hub, channel } = createHubRig({ reorderMs: 60_000 });
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    hub.publishChannel(CHANNEL_ID, channel.send());
    await until('the first came', () => recorder.events.length === 1);
    const second = channel.send();
    let asked = 0;
    hub.startCheck({
      everyMs: 1,
      readHeads: async () => {
        asked += 1;
        return new Map([[CHANNEL_ID, 2]]);
      },
      readChanges: (_id, after, limit) => channel.readForAll(after, limit),
    });
    await until('the check knows', () => asked > 2);
    hub.publishChannel(CHANNEL_ID, second);
    await until('the hint came', () => recorder.events.length === 2);
    expect(channel.reads).toBe(0);
    expect([recorder.spans, recorder.heads]).toEqual([[], []]);
  });
});
