import { useTestDatabase } from '@parley/db/testing/test-database';
import type { Bus } from '@parley/realtime/bus';
import { createMemoryBus } from '@parley/realtime/memory/memory-bus';
import { describe, expect, it } from 'vitest';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createRealtimeOn, reportError } from '../realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';
import { following, Watch } from './watch.ts';

useTestDatabase();

/** A promise and how to resolve it. */
function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A bus on which what is listened to begins to come when `open` is called. */
function slowBus(): { bus: Bus; asked: Promise<void>; open: () => void } {
  const inner = createMemoryBus(reportError);
  const gate = signal();
  const asked = signal();
  const bus: Bus = {
    publish: (topic, payload) => inner.publish(topic, payload),
    onInterruption: (listener) => inner.onInterruption(listener),
    healthy: () => inner.healthy(),
    close: () => inner.close(),
    subscribe(topic, listener) {
      asked.resolve();
      const real = gate.promise.then(() => inner.subscribe(topic, listener));
      return {
        ready: real.then(({ ready }) => ready),
        close: () => void real.then((subscription) => subscription.close()),
      };
    },
  };
  return { bus, asked: asked.promise, open: gate.resolve };
}

interface Place {
  readonly channelId: string;
  readonly workspaceId: string;
}

const subscriptions: Record<string, (place: Place) => (call: Person['call']) => Promise<AsyncIterable<unknown>>> = {
  'message.onChange from here on': ({ channelId }) => following(channelId),
  'message.onChange from the beginning': ({ channelId }) => following(channelId, '0'),
  'channel.onSignal':
    ({ channelId }) =>
    (call) =>
      call.channel.onSignal({ channelId }),
  inbox:
    ({ workspaceId }) =>
    (call) =>
      call.inbox({ workspaceId }),
};

describe('a membership that ends between the call and the first event', () => {
  it.each(Object.entries(subscriptions))('ends %s before it said anything', async (_, subscribe) => {
    const here = unlimited(createRealtimeOn(createMemoryBus(reportError)));
    const owner = await makePerson(here, 'Owner');
    const member = await makePerson(here, 'Member');
    const { id: workspaceId } = await makeWorkspace(owner, [member]);
    const memberIds = [member.user.id];
    const { id: channelId } = await owner.call.channel.create({
      workspaceId,
      name: 'room',
      kind: 'PRIVATE',
      memberIds,
    });

    const slow = slowBus();
    const watch = new Watch(
      { realtime: unlimited(createRealtimeOn(slow.bus)), person: member },
      subscribe({ channelId, workspaceId }),
    );
    await slow.asked;
    await owner.call.workspace.removeMember({ workspaceId, userId: member.user.id });
    slow.open();
    expect(await watch.ended).toBe('NOT_FOUND');
    expect(watch.said).toEqual([]);
  });
});
