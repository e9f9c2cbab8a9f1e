import { newId } from '@parley/db/ids';
import type { Realtime } from '@parley/realtime/realtime';
import type { Person } from '../../../test/world.ts';
import { type Cast, makeCast } from './cast.ts';

export interface FreshChannel {
  readonly id: string;
  /** One message of the owner's and one of the member's. */
  readonly ownersMessageId: string;
  readonly membersMessageId: string;
}

/**
 * A workspace as every call of the table finds it: the owner, a member, an outsider and a guest are in it, the stranger
 * in one of their own. The private channel holds the owner and the member, the guest's room the owner and the guest.
 */
export interface Scene {
  readonly cast: Cast;
  readonly workspaceId: string;
  readonly generalId: string;
  readonly publicId: string;
  readonly guestRoomId: string;
  readonly deletedId: string;
  /** The conversation of the owner and the member. */
  readonly directId: string;
  readonly privateChannel: FreshChannel;
  readonly strangersWorkspaceId: string;
  readonly strangersChannelId: string;
  /** Another private channel of the same kind, for calls that leave it changed. */
  freshPrivate(): Promise<FreshChannel>;
  /** A link that makes whoever holds it a member; `revoked` ones have ended. */
  freshInvite(options?: { revoked: boolean }): Promise<{ id: string; token: string }>;
}

async function invite(owner: Person, input: Parameters<Person['call']['workspace']['invite']>[0]) {
  const { id, url } = await owner.call.workspace.invite(input);
  return { id, token: url.slice(url.lastIndexOf('/') + 1) };
}

async function makePrivate(cast: Cast, workspaceId: string): Promise<FreshChannel> {
  const { owner, member } = cast;
  const { id } = await owner.call.channel.create({
    workspaceId,
    name: `private ${newId()}`,
    kind: 'PRIVATE',
    memberIds: [member.user.id],
  });
  const ours = await owner.call.message.send({ channelId: id, body: 'from the owner', nonce: newId() });
  const theirs = await member.call.message.send({ channelId: id, body: 'from the member', nonce: newId() });
  return { id, ownersMessageId: ours.id, membersMessageId: theirs.id };
}

async function generalOf(person: Person, workspaceId: string): Promise<string> {
  const { items } = await person.call.channel.list({ workspaceId });
  const general = items.find((channel) => channel.isDefault);
  if (!general) throw new Error('Every workspace has a channel that everybody is in.');
  return general.id;
}

async function makeOwn(person: Person): Promise<{ workspaceId: string; generalId: string }> {
  const { id: workspaceId } = await person.call.workspace.create({
    name: 'Northwind',
    slug: `w-${newId().slice(-12)}`,
  });
  return { workspaceId, generalId: await generalOf(person, workspaceId) };
}

/** Sets a scene, with people of its own. */
export async function makeScene(realtime: Realtime): Promise<Scene> {
  const cast = await makeCast(realtime);
  const { owner, member, outsider, stranger, guest } = cast;
  const [{ workspaceId, generalId }, strangers] = await Promise.all([makeOwn(owner), makeOwn(stranger)]);
  const create = (name: string, kind: 'PUBLIC' | 'PRIVATE') => owner.call.channel.create({ workspaceId, name, kind });
  const guestRoom = await create('guests', 'PRIVATE');
  const forMembers = await invite(owner, { workspaceId });
  const forGuests = await invite(owner, { workspaceId, role: 'GUEST', channelIds: [guestRoom.id] });
  for (const person of [member, outsider]) await person.call.workspace.joinByInvite({ token: forMembers.token });
  await guest.call.workspace.joinByInvite({ token: forGuests.token });
  const open = await create('open', 'PUBLIC');
  await member.call.channel.join({ channelId: open.id });
  const deleted = await create('deleted', 'PUBLIC');
  await owner.call.channel.delete({ channelId: deleted.id });
  const { id: directId } = await owner.call.direct.open({ workspaceId, userIds: [member.user.id] });
  const freshPrivate = () => makePrivate(cast, workspaceId);
  return {
    cast,
    workspaceId,
    generalId,
    publicId: open.id,
    guestRoomId: guestRoom.id,
    deletedId: deleted.id,
    directId,
    privateChannel: await freshPrivate(),
    strangersWorkspaceId: strangers.workspaceId,
    strangersChannelId: strangers.generalId,
    freshPrivate,
    freshInvite: async ({ revoked } = { revoked: false }) => {
      const made = await invite(owner, { workspaceId });
      if (revoked) await owner.call.workspace.revokeInvite({ workspaceId, inviteId: made.id });
      return made;
    },
  };
}
