import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';

useTestDatabase();
const realtime = createTestRealtime();
let ana: Person;
let ben: Person;
let workspaceId: string;

beforeAll(async () => {
  ana = await makePerson(realtime, 'Ana');
  ben = await makePerson(realtime, 'Ben');
  ({ id: workspaceId } = await makeWorkspace(ana, [ben]));
});

async function makeChannel(): Promise<string> {
  const { id } = await ana.call.channel.create({
    workspaceId,
    name: newId(),
    kind: 'PUBLIC',
    memberIds: [ben.user.id],
  });
  return id;
}

async function send(channelId: string): Promise<string> {
  return (await ana.call.message.send({ channelId, body: 'worth keeping', nonce: newId() })).id;
}

describe('pins', () => {
  it('are listed, the latest first, a page at a time', async () => {
    const channelId = await makeChannel();
    const ids = [await send(channelId), await send(channelId), await send(channelId)];
    for (const id of ids) await ben.call.message.pin({ id });
    const first = await ana.call.message.pinned({ channelId, limit: 2 });
    const second = await ana.call.message.pinned({ channelId, limit: 2, cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...second.items].map((message) => message.id)).toEqual([...ids].reverse());
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ pinnedBy: ben.user.id, pinnedAt: expect.any(String) });
  });

  it('take a number, and the note of it the next; again takes none', async () => {
    const channelId = await makeChannel();
    const id = await send(channelId);
    const pinned = await ben.call.message.pin({ id });
    expect(await ben.call.message.pin({ id })).toEqual(pinned);
    const { items } = await ana.call.message.changes({ channelId, sinceSeq: pinned.changeSeq - 1 });
    expect(items).toHaveLength(2);
    expect(items[0]?.event).toEqual({ type: 'message', message: pinned });
    expect(items[1]).toMatchObject({
      seq: pinned.changeSeq + 1,
      event: {
        message: { kind: 'SYSTEM', body: '', author: { id: ben.user.id }, system: { type: 'pinned', messageId: id } },
      },
    });
    expect((await ana.call.channel.get({ channelId })).membership).toMatchObject({ unread: 0 });
    const unpinned = await ana.call.message.unpin({ id });
    expect(unpinned).toMatchObject({ pinnedAt: null, pinnedBy: null });
    expect(await ana.call.message.unpin({ id })).toEqual(unpinned);
  });

  it('are no more than the workspace allows, also when many pin at once', async () => {
    const channelId = await makeChannel();
    const ids = await Promise.all(Array.from({ length: 6 }, () => send(channelId)));
    await ana.call.workspace.update({ workspaceId, pinLimit: 3 });
    const outcomes = await Promise.allSettled(ids.map((id) => ben.call.message.pin({ id })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect((await ana.call.message.pinned({ channelId })).items).toHaveLength(3);
    await ana.call.workspace.update({ workspaceId, pinLimit: 100 });
  });

  it('go with the message', async () => {
    const channelId = await makeChannel();
    const id = await send(channelId);
    await ana.call.message.pin({ id });
    await ana.call.message.delete({ id });
    expect((await ana.call.message.pinned({ channelId })).items).toEqual([]);
    await expect(ana.call.message.pin({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('leave who moderates apart from who wrote, when deleted', async () => {
    const channelId = await makeChannel();
    const { id } = await ben.call.message.send({ channelId, body: 'rude', nonce: newId() });
    const own = await ben.call.message.send({ channelId, body: 'sorry', nonce: newId() });
    expect(await ana.call.message.delete({ id })).toMatchObject({ deletedBy: 'ADMIN', body: '' });
    expect(await ben.call.message.delete({ id: own.id })).toMatchObject({ deletedBy: 'AUTHOR', body: '' });
    expect(await ana.call.message.get({ id })).toMatchObject({ deletedBy: 'ADMIN' });
  });
});
