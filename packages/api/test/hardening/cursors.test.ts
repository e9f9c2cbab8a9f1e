import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { httpSingle, openHttpDoor } from '../../src/testing/matrix/http-door.ts';
import { allProcedures } from '../../src/testing/matrix/procedures.ts';
import { makeScene, type Scene } from '../../src/testing/matrix/scene.ts';
import { casesOf } from '../../src/testing/matrix/table.ts';
import { unlimited } from '../../src/testing/unlimited.ts';
import { createTestRealtime } from '../realtime.ts';

useTestDatabase();

const realtime = unlimited(createTestRealtime());
const http = httpSingle(openHttpDoor(realtime));
const page = z.looseObject({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
let scene: Scene;

/** Each list that goes on by cursor: the input of one with several pages, and of another list of the same kind. */
const lists: Record<string, (scene: Scene) => [own: object, other: object]> = {
  'workspace.members': (s) => [{ workspaceId: s.workspaceId }, { workspaceId: s.strangersWorkspaceId }],
  'workspace.invites': (s) => [{ workspaceId: s.workspaceId }, { workspaceId: s.strangersWorkspaceId }],
  'channel.browse': (s) => [{ workspaceId: s.workspaceId }, { workspaceId: s.strangersWorkspaceId }],
  'channel.members': (s) => [{ channelId: s.privateChannel.id }, { channelId: s.guestRoomId }],
  'message.list': (s) => [{ channelId: s.privateChannel.id }, { channelId: s.guestRoomId }],
  'message.pinned': (s) => [{ channelId: s.privateChannel.id }, { channelId: s.guestRoomId }],
  'thread.get': (s) => [
    { parentId: s.privateChannel.ownersMessageId },
    { parentId: s.privateChannel.membersMessageId },
  ],
  'thread.inbox': (s) => [{ workspaceId: s.workspaceId }, { workspaceId: s.strangersWorkspaceId }],
  'mention.list': (s) => [{ workspaceId: s.workspaceId }, { workspaceId: s.strangersWorkspaceId }],
  'message.saved': (s) => [{ workspaceId: s.workspaceId }, { workspaceId: s.strangersWorkspaceId }],
  'search.messages': (s) => [
    { workspaceId: s.workspaceId, q: 'reply' },
    { workspaceId: s.strangersWorkspaceId, q: 'reply' },
  ],
  'message.history': (s) => [{ id: s.privateChannel.ownersMessageId }, { id: s.privateChannel.membersMessageId }],
};

beforeAll(async () => {
  scene = await makeScene(realtime);
  const { owner, guest } = scene.cast;
  for (const body of ['once', 'twice', 'thrice']) {
    await owner.call.message.edit({ id: scene.privateChannel.ownersMessageId, body });
    await guest.call.message.send({ channelId: scene.guestRoomId, body, nonce: newId() });
  }
});

beforeAll(async () => {
  const { id: channelId, ownersMessageId, membersMessageId } = scene.privateChannel;
  const { owner, member } = scene.cast;
  for (const parentId of [ownersMessageId, membersMessageId]) {
    await owner.call.message.pin({ id: parentId });
    await owner.call.message.save({ id: parentId });
    await owner.call.message.send({ channelId, body: 'a reply', nonce: newId(), parentId });
    await member.call.message.send({ channelId, body: 'another', nonce: newId(), parentId });
  }
});

async function read(path: string, input: object) {
  return http.call({ path, type: 'query', input, token: scene.cast.tokens.owner });
}

async function firstCursor(path: string): Promise<string> {
  const [own] = lists[path]?.(scene) ?? [{}];
  const { nextCursor } = page.parse((await read(path, { ...own, limit: 1 })).body);
  if (nextCursor === null) throw new Error(`${path} has one page alone.`);
  return nextCursor;
}

function forgeriesOf(cursor: string): string[] {
  const bytes = Buffer.from(cursor, 'base64url');
  const flipped = [...bytes.keys()].map((at) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy.toString('base64url');
  });
  const payload = bytes.subarray(12).toString('base64url');
  const more = [
    `${cursor}A`,
    `${cursor}=`,
    ` ${cursor}`,
    cursor.slice(0, -1),
    cursor.slice(1),
    cursor.slice(0, 16),
    payload,
  ];
  const made = ['', 'A', 'null', '0', '-1', '__proto__', '🙂', '\0', "' OR 1=1 --", 'A'.repeat(400), newId()];
  return [...flipped, ...more, ...made].filter((forged) => forged !== cursor);
}

/** The procedures whose input has this property. */
function takingA(name: string): string[] {
  const schema = z.looseObject({ properties: z.looseObject({}).optional() });
  const taking = allProcedures().filter(({ input }) => {
    const json = z.toJSONSchema(input ?? z.any(), { io: 'input', unrepresentable: 'any' });
    return name in (schema.parse(json).properties ?? {});
  });
  return taking.map(({ path }) => path);
}

describe('a cursor', () => {
  it('stands in the table below for every list that takes one', () => {
    expect(takingA('cursor').sort()).toEqual(Object.keys(lists).sort());
  });

  it.each(Object.keys(lists))('of %s that was changed is BAD_REQUEST with reason CURSOR', async (path) => {
    const [own] = lists[path]?.(scene) ?? [{}];
    for (const cursor of forgeriesOf(await firstCursor(path))) {
      const { code, body } = await read(path, { ...own, cursor });
      expect({ cursor, code, body }).toMatchObject({
        cursor,
        code: 'BAD_REQUEST',
        body: { data: { reason: 'CURSOR' } },
      });
    }
  });

  it.each(Object.keys(lists))('of %s goes on with that list and no other', async (path) => {
    const cursor = await firstCursor(path);
    const [own, other] = lists[path]?.(scene) ?? [{}, {}];
    expect((await read(path, { ...own, cursor })).code).toBe('OK');
    const { code } = await read(path, { ...other, cursor });
    expect(['BAD_REQUEST', 'NOT_FOUND']).toContain(code);
    for (const foreign of Object.keys(lists).filter((name) => name !== path)) {
      const [input] = lists[foreign]?.(scene) ?? [{}];
      expect((await read(foreign, { ...input, cursor })).body).toMatchObject({ data: { reason: 'CURSOR' } });
    }
  });

  it.each(Object.keys(lists))('of %s says nothing to who may not read the list', async (path) => {
    const cursor = await firstCursor(path);
    const [own] = lists[path]?.(scene) ?? [{}];
    const answer = await http.call({
      path,
      type: 'query',
      input: { ...own, cursor },
      token: scene.cast.tokens.stranger,
    });
    expect(answer.code).toBe('NOT_FOUND');
  });

  it.each(Object.keys(lists))('leads through all of %s, once', async (path) => {
    const [own] = lists[path]?.(scene) ?? [{}];
    const whole = page.parse((await read(path, { ...own, limit: 100 })).body).items.map((item) => JSON.stringify(item));
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const next = page.parse((await read(path, { ...own, limit: 1, ...(cursor && { cursor }) })).body);
      seen.push(...next.items.map((item) => JSON.stringify(item)));
      cursor = next.nextCursor;
    }
    expect(seen.sort()).toEqual(whole.sort());
  });
});

describe('a limit', () => {
  it.each(takingA('limit'))('of %s is a number from 1 to 100', async (path) => {
    const own = z.looseObject({}).parse(await casesOf(path)[0]?.input(scene, 'owner'));
    for (const limit of [0, -1, 101, 1.5, 2 ** 53, '10', null, [10], {}]) {
      const { code } = await read(path, { ...own, limit });
      expect({ limit, code }).toEqual({ limit, code: 'BAD_REQUEST' });
    }
    expect((await read(path, { ...own, limit: 100 })).code).toBe('OK');
  });
});
