import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeAll, describe, expect, it } from 'vitest';
import { openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { pngOf, tinyGif, tinyPng } from '../testing/tiny-pictures.ts';
import { unlimited } from '../testing/unlimited.ts';
import { findEmojiPicture } from './find-emoji-picture.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let cleo: Person;
let eve: Person;
let workspaceId: string;
let generalId: string;
let evesWorkspaceId: string;

beforeAll(async () => {
  [ana, ben, cleo, eve] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Cleo'),
    makePerson(realtime, 'Eve'),
  ]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cleo]));
  ({ id: evesWorkspaceId } = await makeWorkspace(eve));
});

const freshName = () => `e-${newId().slice(-12)}`;
const create = (person: Person, name: string, image = tinyPng) =>
  person.call.emoji.create({ workspaceId, name, image });
const alias = (name: string, aliasOf: string) => cleo.call.emoji.create({ workspaceId, name, aliasOf });
const names = async () => (await cleo.call.emoji.list({ workspaceId })).items.map(({ name }) => name);
const react = async (name: string) => {
  const { id } = await ana.call.message.send({ channelId: generalId, body: 'hello', nonce: newId() });
  return ben.call.message.react({ id, emoji: `:${name}:` });
};

describe('an emoji of the workspace', () => {
  it('is there for everybody in it, with its picture, and for nobody else', async () => {
    const name = freshName();
    const made = await create(ben, name, tinyGif);
    expect(made).toMatchObject({ name, aliasOf: null, url: `/api/emoji/${made.id}`, createdById: ben.user.id });
    expect((await cleo.call.emoji.list({ workspaceId })).items).toContainEqual(made);
    const picture = await findEmojiPicture(cleo.user.id, made.id);
    expect([picture?.mime, picture?.bytes.toString('base64')]).toEqual(['image/gif', tinyGif]);
    expect(await findEmojiPicture(eve.user.id, made.id)).toBeNull();
    await expect(eve.call.emoji.list({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await eve.call.emoji.list({ workspaceId: evesWorkspaceId })).items).toEqual([]);
  });

  it('has one name, whoever is first, and may have others', async () => {
    const [name, other, third] = [freshName(), freshName(), freshName()];
    const tries = await Promise.allSettled([ana, ben, cleo].map((person) => create(person, name)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(create(ana, name)).rejects.toMatchObject({ code: 'CONFLICT', cause: { reason: 'EMOJI_TAKEN' } });
    const made = await alias(other, name);
    expect(made).toMatchObject({ name: other, aliasOf: name });
    expect(await alias(third, other)).toMatchObject({ aliasOf: name, url: made.url });
    await expect(alias(freshName(), 'nothing')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(alias(other, name)).rejects.toMatchObject({ code: 'CONFLICT' });
    await react(other);
  });

  it('is set on messages of its workspace alone', async () => {
    const [ours, theirs] = [freshName(), freshName()];
    await create(ben, ours);
    await eve.call.emoji.create({ workspaceId: evesWorkspaceId, name: theirs, image: tinyPng });
    expect((await react(ours)).reactions).toEqual([{ emoji: `:${ours}:`, userIds: [ben.user.id] }]);
    await expect(react(theirs)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is told of, when it comes and when it goes, to everybody in the workspace and to nobody else', async () => {
    const [bens, anas, eves] = await Promise.all([
      openInbox(realtime, ben, workspaceId),
      openInbox(realtime, ana, workspaceId),
      openInbox(realtime, eve, evesWorkspaceId),
    ]);
    const { id } = await create(ben, freshName());
    for (const inbox of [bens, anas]) await inbox.next('emojiChanged');
    await ben.call.emoji.delete({ id });
    for (const inbox of [bens, anas]) await inbox.next('emojiChanged');
    await expect(eve.call.inbox({ workspaceId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Its own change is the first that a stranger hears of.
    const { id: own } = await eve.call.emoji.create({
      workspaceId: evesWorkspaceId,
      name: freshName(),
      image: tinyPng,
    });
    await eves.next('emojiChanged');
    await eve.call.account.update({ displayName: 'Eva' });
    await eves.next('personChanged');
    expect(eves.said.map(({ type }) => type)).toEqual(['ready', 'emojiChanged', 'personChanged']);
    expect(own).not.toBe(id);
    for (const inbox of [bens, anas, eves]) inbox.close();
  });

  it('is removed by who made it and by admins, with its other names and its picture', async () => {
    const [name, other, kept] = [freshName(), freshName(), freshName()];
    const { id } = await create(ben, name);
    await alias(other, name);
    const another = await create(ben, kept);
    await expect(cleo.call.emoji.delete({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(eve.call.emoji.delete({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ben.call.emoji.delete({ id });
    expect(await names()).not.toContain(name);
    expect(await names()).not.toContain(other);
    expect(await findEmojiPicture(ben.user.id, id)).toBeNull();
    await expect(react(name)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await ana.call.emoji.delete({ id: another.id });
    expect(await names()).not.toContain(kept);
  });
});

describe('what is refused', () => {
  it.each([
    ['more bytes than 256 KiB', pngOf(64, 64, 256 * 1024 + 1).toString('base64')],
    ['more pixels than 128', pngOf(129, 20).toString('base64')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')],
    ['base64 with something else in it', `${tinyPng}\n`],
    ['nothing', ''],
  ])('%s', async (_, image) => {
    await expect(create(ben, freshName(), image)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('a picture of exactly that is taken', async () => {
    const { id } = await create(ben, freshName(), pngOf(128, 128, 256 * 1024).toString('base64'));
    expect((await findEmojiPicture(ben.user.id, id))?.bytes).toHaveLength(256 * 1024);
  });

  it.each(['Big', 'a b', ':a:', '', 'x'.repeat(65), 'é'])('the name "%s"', async (name) => {
    await expect(create(ben, name)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('both a picture and another name, and neither', async () => {
    const both = { workspaceId, name: freshName(), image: tinyPng, aliasOf: freshName() };
    await expect(ben.call.emoji.create(both)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const neither = { workspaceId, name: freshName() };
    await expect(ben.call.emoji.create(neither)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
