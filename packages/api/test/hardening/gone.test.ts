import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { httpSingle, openHttpDoor } from '../../src/testing/matrix/http-door.ts';
import { allProcedures } from '../../src/testing/matrix/procedures.ts';
import { makeScene, type Scene } from '../../src/testing/matrix/scene.ts';
import { casesOf } from '../../src/testing/matrix/table.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { codesOf } from '../codes.ts';
import { createTestRealtime } from '../realtime.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const http = httpSingle(openHttpDoor(realtime));
const text = `secret ${newId()}`;
const about = (key: string) =>
  allProcedures()
    .filter(({ path, input }) => {
      const schema = z.toJSONSchema(input ?? z.any(), { io: 'input', unrepresentable: 'any' });
      return key in (schema.properties ?? {}) && (key !== 'id' || path.startsWith('message.'));
    })
    .map((procedure) => [procedure.path, procedure] as const);
let scene: Scene;
let goneChannelId: string;
let goneMessageId: string;

beforeAll(async () => {
  scene = await makeScene(realtime);
  const { owner, member } = scene.cast;
  const fresh = await scene.freshPrivate();
  goneChannelId = fresh.id;
  ({ id: goneMessageId } = await member.call.message.send({ channelId: fresh.id, body: text, nonce: newId() }));
  await owner.call.channel.delete({ channelId: fresh.id });
});

describe('a channel that was deleted is gone, for its owner too', () => {
  it.each(about('channelId'))('%s finds no channel', async (path, { type }) => {
    const good = z.looseObject({}).parse(await casesOf(path)[0]?.input(scene, 'owner'));
    const input = { ...good, channelId: goneChannelId };
    const { code } = await http.call({ path, type, input, token: scene.cast.tokens.owner });
    expect(code).toBe('NOT_FOUND');
  });

  it.each(about('id'))('%s finds no message of it', async (path, { type }) => {
    const good = z.looseObject({}).parse(await casesOf(path)[0]?.input(scene, 'owner'));
    const input = { ...good, id: goneMessageId };
    const { code } = await http.call({ path, type, input, token: scene.cast.tokens.member });
    expect(code).toBe('NOT_FOUND');
  });

  it('stands in no list', async () => {
    const { owner } = scene.cast;
    const { workspaceId } = scene;
    const lists = [await owner.call.channel.list({ workspaceId }), await owner.call.channel.browse({ workspaceId })];
    expect(JSON.stringify(lists)).not.toContain(goneChannelId);
  });

  it('is not invited to', async () => {
    const { owner } = scene.cast;
    const invite = owner.call.workspace.invite({ workspaceId: scene.workspaceId, channelIds: [goneChannelId] });
    await expect(invite).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a message that was deleted', () => {
  it('keeps its place and nothing of what it said, wherever it is read', async () => {
    const { owner, member } = scene.cast;
    const { id: channelId } = await scene.freshPrivate();
    const said = `<@${owner.user.id}> ${text}`;
    const { id, seq } = await member.call.message.send({ channelId, body: said, nonce: 'only once' });
    await member.call.message.edit({ id, body: `${text} more` });
    await owner.call.message.delete({ id });
    const reads = [
      await member.call.message.get({ id }),
      await member.call.message.list({ channelId }),
      await member.call.message.changes({ channelId, sinceSeq: 0 }),
      await member.call.channel.get({ channelId }),
      await member.call.channel.list({ workspaceId: scene.workspaceId }),
      await member.call.message.send({ channelId, body: said, nonce: 'only once' }),
    ];
    expect(JSON.stringify(reads)).not.toContain(text);
    expect(reads[0]).toMatchObject({ id, seq, body: '', mentions: { userIds: [], channel: false, here: false } });
    const { membership } = await owner.call.channel.get({ channelId });
    expect(membership).toMatchObject({ mentions: 0 });
    const calls = [member.call.message.history({ id }), owner.call.message.history({ id })];
    expect(await codesOf(calls)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    await expect(member.call.message.edit({ id, body: 'alive' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a channel that is archived', () => {
  it('is read by its members, and written to by nobody', async () => {
    const { owner, member, outsider } = scene.cast;
    const { id: channelId, membersMessageId: id } = await scene.freshPrivate();
    await owner.call.channel.archive({ channelId });
    const writing = [
      member.call.message.send({ channelId, body: 'dust', nonce: newId() }),
      member.call.message.edit({ id, body: 'dust' }),
      member.call.channel.update({ channelId, topic: 'dust' }),
      owner.call.channel.addMembers({ channelId, userIds: [outsider.user.id] }),
    ];
    expect(await codesOf(writing)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    const reading = [member.call.message.list({ channelId }), member.call.channel.get({ channelId })];
    expect(await codesOf(reading)).toEqual(['OK', 'OK']);
    await expect(outsider.call.channel.get({ channelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
