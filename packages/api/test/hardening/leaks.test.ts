import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { httpSingle, openHttpDoor } from '../../src/testing/matrix/http-door.ts';
import { allProcedures } from '../../src/testing/matrix/procedures.ts';
import { makeScene, type Scene } from '../../src/testing/matrix/scene.ts';
import { casesOf } from '../../src/testing/matrix/table.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createTestRealtime } from '../realtime.ts';
import { makeWorkspace } from '../world.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const http = httpSingle(openHttpDoor(realtime));
const queries = allProcedures().filter(({ type }) => type === 'query');
const topic = `topic ${newId()}`;
let scene: Scene;
let privateName: string;

beforeAll(async () => {
  scene = await makeScene(realtime);
  const { owner } = scene.cast;
  const renamed = await owner.call.channel.update({ channelId: scene.privateChannel.id, topic });
  privateName = renamed.name;
});

/** What must not stand in any answer to this viewer. */
function secretsOf(viewer: 'outsider' | 'guest' | 'stranger'): string[] {
  const { id, ownersMessageId, membersMessageId } = scene.privateChannel;
  const ofPrivate = [id, ownersMessageId, membersMessageId, privateName, topic, 'from the owner', 'from the member'];
  if (viewer === 'outsider') return [...ofPrivate, scene.guestRoomId];
  const { member, outsider, owner, guest } = scene.cast;
  const ofPeople = [member, outsider].flatMap(({ user }) => [user.id, user.handle]);
  if (viewer === 'guest') return [...ofPrivate, ...ofPeople, scene.publicId, scene.generalId];
  return [
    ...ofPrivate,
    ...ofPeople,
    owner.user.id,
    guest.user.id,
    scene.workspaceId,
    scene.publicId,
    scene.guestRoomId,
  ];
}

describe.each(['outsider', 'guest', 'stranger'] as const)('no answer tells the %s', (viewer) => {
  it.each(queries.map((procedure) => [procedure.path, procedure] as const))('by %s', async (path, { type }) => {
    const secrets = secretsOf(viewer);
    for (const { input } of casesOf(path)) {
      const given = await input(scene, viewer);
      // Who holds a link is told what it leads to.
      if (path === 'workspace.previewInvite') continue;
      const { body } = await http.call({ path, type, input: given, token: scene.cast.tokens[viewer] });
      const text = JSON.stringify(body) ?? '';
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});

describe('a guest', () => {
  it('sees the people of their channels and counts no others, though they share another workspace', async () => {
    const { owner, member, outsider, guest } = scene.cast;
    await makeWorkspace(owner, [member, outsider, guest]);
    const { workspaceId } = scene;
    const pages: string[][] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const input = { workspaceId, limit: 1, ...(cursor && { cursor }) };
      const { items, nextCursor } = await guest.call.workspace.members(input);
      pages.push(items.map(({ user }) => user.id));
      cursor = nextCursor;
    }
    expect(pages).toEqual([owner.user.id, guest.user.id].sort().map((id) => [id]));
    const { items } = await guest.call.user.search({ workspaceId, q: '' });
    expect(items.map(({ id }) => id).sort()).toEqual([owner.user.id, guest.user.id].sort());
    const everybody = await member.call.workspace.members({ workspaceId });
    expect(everybody.items).toHaveLength(4);
  });

  it('calls nobody whom they may not know of, and does not learn so who is there', async () => {
    const { owner, member, guest } = scene.cast;
    const named = [owner.user.id, member.user.id, newId()];
    const input = { channelId: scene.guestRoomId, body: 'hello', nonce: newId() };
    const { id } = await guest.call.message.send(input);
    const body = named.map((userId) => `<@${userId}>`).join(' ');
    const answers = [
      await guest.call.message.send({ ...input, body, nonce: newId() }),
      await guest.call.message.send({ ...input, body, nonce: newId(), parentId: id }),
      await guest.call.message.edit({ id, body }),
    ];
    expect(answers.map(({ mentions }) => mentions.userIds)).toEqual(answers.map(() => [owner.user.id]));
    const { items } = await member.call.mention.list({ workspaceId: scene.workspaceId });
    expect(items.filter(({ actor }) => actor.id === guest.user.id)).toEqual([]);
  });
});
