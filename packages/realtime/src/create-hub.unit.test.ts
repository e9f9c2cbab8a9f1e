import { describe, expect, it } from 'vitest';
import { CHANNEL_ID } from '../test/fake-channel.ts';
import { createHubRig, Recorder } from '../test/hub-rig.ts';
import { until } from '../test/until.ts';
import { channelTopic } from './topics.ts';

describe('a hub', () => {
  it('decodes an event once and hands the same object to all', async () => {
    const { hub, opened, channel } = createHubRig();
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
    const { hub, opened, open } = createHubRig();
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
    const { hub, reported } = createHubRig();
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
    const { hub, bus, reported, channel } = createHubRig();
    const recorder = new Recorder();
    hub.listenChannel(CHANNEL_ID, recorder);
    bus.publish(channelTopic(CHANNEL_ID), 'nonsense');
    hub.publishChannel(CHANNEL_ID, channel.send());
    await until('the good one came', () => recorder.events.length === 1);
    expect(reported).toHaveLength(1);
  });

  it('goes on when a listener of a channel throws', async () => {
    const { hub, reported, channel } = createHubRig();
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
