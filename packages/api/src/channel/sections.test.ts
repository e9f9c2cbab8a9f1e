import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let workspaceId: string;
let generalId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben]));
});

describe('sections', () => {
  it('are kept as they were put, told to other devices, and stand in the channel list', async () => {
    const inbox = await openInbox(realtime, ana, workspaceId);
    const { id: workId } = await ana.call.channel.create({ workspaceId, name: 'work' });
    const saved = await ana.call.channel.saveSections({
      workspaceId,
      version: 0,
      sections: [{ name: 'Work', channelIds: [workId, generalId, newId()], sort: 0 }],
    });
    expect(saved).toMatchObject({ version: 1, sections: [{ name: 'Work', channelIds: [workId, generalId] }] });
    expect(await inbox.next('sectionsChanged')).toEqual({ type: 'sectionsChanged', version: 1 });
    expect(await ana.call.channel.sections({ workspaceId })).toEqual(saved);
    const [section] = saved.sections;
    const { items } = await ana.call.channel.list({ workspaceId });
    expect(items.map((channel) => channel.membership?.sectionId)).toEqual([section?.id, section?.id]);
    const renamed = await ana.call.channel.saveSections({
      workspaceId,
      version: 1,
      sections: [{ id: section?.id, name: 'Later', channelIds: [], collapsed: true, sort: 1 }],
    });
    expect(renamed.sections).toEqual([
      { id: section?.id, name: 'Later', channelIds: [], collapsed: true, sort: 1, order: 'NAME' },
    ]);
    inbox.close();
  });

  it('refuse a change that another device overtook, and are nobody else’s', async () => {
    const { version } = await ben.call.channel.saveSections({ workspaceId, sections: [] });
    const both = await Promise.allSettled(
      ['Mine', 'Yours'].map((name) =>
        ben.call.channel.saveSections({ workspaceId, version, sections: [{ name, channelIds: [], sort: 0 }] }),
      ),
    );
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'CONFLICT',
      cause: { reason: 'SECTIONS_CHANGED' },
    });
    const [anas] = (await ana.call.channel.sections({ workspaceId })).sections;
    const stolen = await ben.call.channel.saveSections({
      workspaceId,
      sections: [{ id: anas?.id, name: 'Stolen', channelIds: [], sort: 0 }],
    });
    expect(stolen.sections[0]?.id).not.toBe(anas?.id);
    expect((await ana.call.channel.sections({ workspaceId })).sections).toHaveLength(1);
  });

  it('are called as who makes them says, each by an id of its own', async () => {
    const given = newId();
    const { sections } = await ben.call.channel.saveSections({
      workspaceId,
      sections: ['One', 'Two'].map((name, sort) => ({ id: given, name, channelIds: [], sort })),
    });
    expect(sections[0]).toMatchObject({ id: given, name: 'One' });
    expect(sections[1]).toMatchObject({ id: expect.not.stringContaining(given), name: 'Two' });
  });

  it('keep how they are sorted, and how the sections look that everybody has', async () => {
    const usual = await ben.call.channel.sections({ workspaceId });
    expect(usual.looks).toMatchObject({
      channels: { collapsed: false, order: 'NAME' },
      directs: { collapsed: false, order: 'RECENT' },
    });
    const inbox = await openInbox(realtime, ben, workspaceId);
    const looks = { ...usual.looks, channels: { collapsed: true, order: 'UNREAD' as const } };
    const sections = [{ name: 'Sorted', channelIds: [], sort: 0, order: 'RECENT' as const }];
    const saved = await ben.call.channel.saveSections({ workspaceId, sections, looks });
    expect(saved).toMatchObject({ looks, sections: [{ name: 'Sorted', order: 'RECENT' }] });
    expect(await inbox.next('sectionsChanged')).toMatchObject({ version: saved.version });
    inbox.close();
    expect((await ben.call.channel.saveSections({ workspaceId, sections: [] })).looks).toEqual(looks);
    expect((await ana.call.channel.sections({ workspaceId })).looks).toEqual(usual.looks);
  });

  it('hold a channel once', async () => {
    const sections = ['One', 'Two'].map((name, sort) => ({ name, channelIds: [generalId], sort }));
    await expect(ana.call.channel.saveSections({ workspaceId, sections })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
