import { newId } from '@parley/db/ids';
import { useTestDatabase } from '@parley/db/testing/test-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { type OpenInbox, openInbox } from '../../test/open-inbox.ts';
import { createTestRealtime } from '../../test/realtime.ts';
import { makePerson, makeWorkspace, type Person } from '../../test/world.ts';
import { unlimited } from '../testing/unlimited.ts';

useTestDatabase();
const realtime = unlimited(createTestRealtime());
let ana: Person;
let ben: Person;
let cleo: Person;
let workspaceId: string;
let generalId: string;

beforeEach(async () => {
  [ana, ben, cleo] = await Promise.all([
    makePerson(realtime, 'Ana'),
    makePerson(realtime, 'Ben'),
    makePerson(realtime, 'Cleo'),
  ]);
  ({ id: workspaceId, generalId } = await makeWorkspace(ana, [ben, cleo]));
});

const send = (person: Person, channelId: string, body = 'hello', parentId?: string) =>
  person.call.message.send({ channelId, body, nonce: newId(), ...(parentId ? { parentId } : {}) });
const room = async (name: string, people: readonly Person[]) =>
  ana.call.channel.create({
    workspaceId,
    name: `${name} ${newId()}`,
    kind: 'PRIVATE',
    memberIds: people.map(({ user }) => user.id),
  });
const setLevel = (person: Person, level: 'ALL' | 'MENTIONS' | 'NONE', channelId = generalId) =>
  person.call.channel.setNotifications({ channelId, level });
const told = ({ said }: OpenInbox) => said.filter((event) => event.type === 'notification');

/** Waits until an inbox has told of everything so far, by something that comes behind it: in a conversation with Ana. */
async function settle(inbox: OpenInbox, person: Person, from = ana): Promise<void> {
  const { id: channelId } = await from.call.direct.open({ workspaceId, userIds: [person.user.id] });
  const { id } = await send(from, channelId, 'the end');
  let last = '';
  while (last !== id) last = (await inbox.next('notification')).id;
  inbox.close();
  const end = inbox.said.findLastIndex((event) => event.type === 'notification' && event.id === id);
  inbox.said.splice(end, 1);
}

describe('the inbox notifies', () => {
  it('of any message, a mention, a keyword, everybody, a reply and a conversation, each once', async () => {
    await ben.call.account.setNotifications({ keywords: ['deploy'] });
    const inbox = await openInbox(realtime, ben, workspaceId);
    const plain = await send(ana, generalId, 'plain');
    expect(await inbox.next('notification')).toEqual({
      type: 'notification',
      id: plain.id,
      kind: 'MESSAGE',
      channelId: generalId,
      messageId: plain.id,
      title: 'Ana',
      text: 'plain',
    });
    await setLevel(ben, 'MENTIONS');
    await send(ben, generalId, 'mine too', plain.id);
    const { id: directId } = await ana.call.direct.open({ workspaceId, userIds: [ben.user.id] });
    const sent = [
      ['MENTION', await send(ana, generalId, `hi <@${ben.user.id}>`)],
      ['KEYWORD', await send(ana, generalId, 'the Deploy is done')],
      ['MENTION', await send(ana, generalId, '<!channel> lunch')],
      ['REPLY', await send(ana, generalId, 'an answer', plain.id)],
      ['DIRECT', await send(cleo, generalId, 'nothing to see').then(() => send(ana, directId, 'psst'))],
    ] as const;
    await settle(inbox, ben, cleo);
    const said = told(inbox).map(({ id, kind }) => `${kind} ${id}`);
    expect(said.sort()).toEqual([`MESSAGE ${plain.id}`, ...sent.map(([kind, { id }]) => `${kind} ${id}`)].sort());
  });

  it('all tabs of a person of the same one, and once whatever happens to the message', async () => {
    const inboxes = [await openInbox(realtime, ben, workspaceId), await openInbox(realtime, ben, workspaceId)];
    const { id } = await send(ana, generalId, 'first');
    await ana.call.message.edit({ id, body: 'second' });
    await cleo.call.message.react({ id, emoji: '👍' });
    await send(cleo, generalId, 'a reply', id);
    for (const inbox of inboxes) expect(await inbox.next('notification')).toMatchObject({ id });
    await ana.call.message.edit({ id, body: `third <@${ben.user.id}>` });
    for (const inbox of inboxes) {
      await settle(inbox, ben);
      expect(told(inbox).map((event) => event.messageId)).not.toContain(null);
      expect(told(inbox).filter((event) => event.messageId === id)).toHaveLength(1);
    }
  });

  it('of an @here who is there, and not who is away', async () => {
    await Promise.all([setLevel(ben, 'MENTIONS'), setLevel(cleo, 'MENTIONS')]);
    await ben.call.presence.heartbeat({ deviceId: 'phone', status: 'ONLINE' });
    await cleo.call.presence.heartbeat({ deviceId: 'phone', status: 'AWAY' });
    const [bens, cleos] = [await openInbox(realtime, ben, workspaceId), await openInbox(realtime, cleo, workspaceId)];
    const { id } = await send(ana, generalId, '<!here> coffee?');
    expect(await bens.next('notification')).toMatchObject({ id, kind: 'MENTION' });
    await settle(cleos, cleo);
    expect(told(cleos)).toEqual([]);
    bens.close();
  });
});

describe('the inbox is quiet', () => {
  const call = () => send(ana, generalId, `<@${ben.user.id}> <@${ana.user.id}>`);

  it('about one’s own messages', async () => {
    const inbox = await openInbox(realtime, ana, workspaceId);
    await call();
    await settle(inbox, ana, ben);
    expect(told(inbox)).toEqual([]);
  });

  it('in a muted channel, at level NONE, and about who is blocked', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const soon = new Date(Date.now() + 60_000).toISOString();
    await ben.call.channel.setNotifications({ channelId: generalId, level: 'ALL', mutedUntil: soon });
    await call();
    const silent = await room('silent', [ben]);
    await setLevel(ben, 'NONE', silent.id);
    await send(ana, silent.id, `<@${ben.user.id}>`);
    const open = await room('open', [ben, cleo]);
    await ben.call.user.block({ id: cleo.user.id });
    await send(cleo, open.id, `<@${ben.user.id}>`);
    await settle(inbox, ben);
    expect(told(inbox)).toEqual([]);
  });

  it('while somebody is not to be disturbed, and about what they have read or was deleted at once', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const soon = new Date(Date.now() + 60_000).toISOString();
    await ben.call.account.setNotifications({ dndUntil: soon });
    const quiet = await call();
    let activity = await inbox.next('channelActivity');
    while (activity.seq < quiet.seq) activity = await inbox.next('channelActivity');
    await ben.call.account.setNotifications({ dndUntil: null });
    // The second word of an inbox waits for the first one's pause: there is time to read, and to take back.
    const seen = await call();
    await ben.call.channel.markRead({ channelId: generalId, seq: seen.seq });
    const { id } = await call();
    await ana.call.message.delete({ id });
    await settle(inbox, ben);
    expect(told(inbox)).toEqual([]);
  });

  it('for who is not in the channel, was put out of it, or has left', async () => {
    const inbox = await openInbox(realtime, ben, workspaceId);
    const [closed, left] = [await room('closed', [cleo]), await room('left', [ben])];
    await inbox.next('channelAdded');
    await send(ana, closed.id, `<@${ben.user.id}>`);
    const here = await send(ana, left.id, 'still here');
    expect(await inbox.next('notification')).toMatchObject({ id: here.id });
    await ana.call.channel.kick({ channelId: left.id, userId: ben.user.id });
    await send(ana, left.id, `<@${ben.user.id}>`);
    await settle(inbox, ben);
    expect(told(inbox)).toMatchObject([{ id: here.id }]);
  });
});
