import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import type { ChannelSignal } from '@parley/realtime/signals';
import { afterAll, describe, expect, it } from 'vitest';
import { startHeadCheck } from '../../src/channel/start-head-check.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createRealtimeOn } from '../realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../world.ts';
import { deafBus } from './deaf-bus.ts';
import { following, Watch } from './watch.ts';

useTestDatabase();

interface Room {
  readonly owner: Person;
  readonly member: Person;
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Whether hints are lost: all of them, those of channels alone, or none. */
let lost: 'all' | 'channels' | 'none' = 'none';
const bus = deafBus((topic) => lost === 'all' || (lost === 'channels' && topic.startsWith('channel:')));
const realtime = unlimited(createRealtimeOn(bus));
const stopCheck = startHeadCheck(realtime, 50);
afterAll(() => {
  stopCheck();
  realtime.hub.close();
});

async function openRoom(): Promise<Room> {
  lost = 'none';
  const owner = await makePerson(realtime, 'Owner');
  const member = await makePerson(realtime, 'Member');
  const { id: workspaceId } = await makeWorkspace(owner, [member]);
  const memberIds = [member.user.id];
  const { id } = await owner.call.channel.create({ workspaceId, name: 'room', kind: 'PRIVATE', memberIds });
  return { owner, member, workspaceId, channelId: id };
}

const ways: Record<string, (room: Room) => Promise<unknown>> = {
  'was taken out of the channel': ({ owner, member, channelId }) =>
    owner.call.channel.kick({ channelId, userId: member.user.id }),
  'left the channel': ({ member, channelId }) => member.call.channel.leave({ channelId }),
  'was taken out of the workspace': ({ owner, member, workspaceId }) =>
    owner.call.workspace.removeMember({ workspaceId, userId: member.user.id }),
  'left the workspace': ({ member, workspaceId }) => member.call.workspace.leave({ workspaceId }),
  'lost the channel, which was deleted': ({ owner, channelId }) => owner.call.channel.delete({ channelId }),
};

async function speakOn({ owner, channelId }: Room): Promise<void> {
  for (const body of ['behind', 'your', 'back']) {
    await owner.call.message.send({ channelId, body, nonce: newId() }).catch(() => undefined);
    await owner.call.typing.stop({ channelId }).catch(() => undefined);
  }
}

describe.each(['none', 'channels', 'all'] as const)('with these hints lost: %s, whoever', (losing) => {
  it.each(Object.entries(ways))('%s hears nothing more, and is told so at once', async (_, remove) => {
    const room = await openRoom();
    const { owner, member, channelId } = room;
    const at = { realtime, person: member };
    const changes = new Watch(at, following(channelId, '0'));
    const signals = new Watch<ChannelSignal>(at, (call) => call.channel.onSignal({ channelId }));
    const last = await owner.call.message.send({ channelId, body: 'the last', nonce: newId() });
    await changes.until(({ seq }) => seq === last.seq);
    const rousing = setInterval(() => void owner.call.typing.stop({ channelId }).catch(() => undefined), 10);
    await signals.until(() => true);
    clearInterval(rousing);

    lost = losing;
    const began = performance.now();
    await remove(room);
    const heard = signals.said.length;
    await speakOn(room);
    expect(await Promise.all([changes.ended, signals.ended])).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(changes.said.at(-1)?.seq).toBe(last.seq);
    expect(losing === 'none' ? signals.said.length : heard).toBe(heard);

    for (const lastEventId of ['0', String(last.seq), null]) {
      const again = new Watch(at, following(channelId, lastEventId));
      expect(await again.ended).toBe('NOT_FOUND');
      expect(again.said).toEqual([]);
    }
    await expect(member.call.message.changes({ channelId, sinceSeq: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
