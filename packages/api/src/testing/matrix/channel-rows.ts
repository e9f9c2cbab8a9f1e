import { newId } from '@parley/db/ids';
import {
  type Answers,
  anyoneInside,
  inGuestRoom,
  inPrivate,
  insiders,
  inWorkspace,
  nobody,
  noGuests,
} from './answers.ts';
import type { Case, Rows } from './row.ts';
import type { Scene } from './scene.ts';

const inside = ({ workspaceId }: Scene) => ({ workspaceId });
const ofPrivate = ({ privateChannel }: Scene) => ({ channelId: privateChannel.id });
const ofFresh = async (scene: Scene) => ({ channelId: (await scene.freshPrivate()).id });
const ofGuestRoom = ({ guestRoomId }: Scene) => ({ channelId: guestRoomId });

/** Who sees a public channel: everybody in the workspace but its guests. */
const openToPeople: Answers = { owner: 'OK', member: 'OK', outsider: 'OK', stranger: 'NOT_FOUND', guest: 'NOT_FOUND' };
/** What needs a place in the public channel. */
const inPublic = insiders;
const ownersOnly = inPrivate('OK', 'FORBIDDEN');

/** A channel that nobody of the table is in, or that is no more. */
function closed(input: (channelId: string) => unknown = (channelId) => ({ channelId })): Case[] {
  return [
    { about: 'the deleted channel', input: ({ deletedId }) => input(deletedId), answers: nobody },
    {
      about: 'the stranger’s channel',
      input: ({ strangersChannelId }) => input(strangersChannelId),
      answers: { owner: 'NOT_FOUND', member: 'NOT_FOUND', outsider: 'NOT_FOUND', stranger: 'OK', guest: 'NOT_FOUND' },
    },
  ];
}

const reading: Rows = {
  'channel.list': [{ about: 'the workspace', input: inside, answers: anyoneInside }],
  'channel.browse': [{ about: 'the workspace', input: inside, answers: anyoneInside }],
  'channel.sections': [{ about: 'the workspace', input: inside, answers: anyoneInside }],
  'channel.saveSections': [
    {
      about: 'the workspace',
      input: (scene) => ({ ...inside(scene), sections: [{ name: 'Work', channelIds: [scene.generalId], sort: 0 }] }),
      answers: anyoneInside,
    },
  ],
  'channel.get': [
    { about: 'the private channel', input: ofPrivate, answers: insiders },
    { about: 'the public channel', input: ({ publicId }) => ({ channelId: publicId }), answers: openToPeople },
    { about: 'the guest’s room', input: ofGuestRoom, answers: inGuestRoom('OK', 'OK') },
    ...closed(),
  ],
  'channel.members': [
    { about: 'the private channel', input: ofPrivate, answers: insiders },
    { about: 'the public channel', input: ({ publicId }) => ({ channelId: publicId }), answers: inPublic },
    { about: 'the guest’s room', input: ofGuestRoom, answers: inGuestRoom('OK', 'OK') },
    ...closed(),
  ],
  'channel.mentionReach': [{ about: 'the private channel', input: ofPrivate, answers: insiders }, ...closed()],
  'channel.onSignal': [
    {
      about: 'the private channel',
      input: ofPrivate,
      answers: insiders,
      rouse: async ({ cast, privateChannel: { id: channelId } }) => {
        await cast.owner.call.typing.stop({ channelId });
        await cast.member.call.typing.stop({ channelId });
      },
    },
    { about: 'the deleted channel', input: ({ deletedId }) => ({ channelId: deletedId }), answers: nobody },
  ],
};

const changing: Rows = {
  'channel.create': [
    {
      about: 'a public one',
      input: (scene) => ({ ...inside(scene), name: `open ${newId()}` }),
      answers: noGuests,
    },
    {
      about: 'a private one with the stranger in it',
      input: (scene) => ({
        ...inside(scene),
        name: `shut ${newId()}`,
        kind: 'PRIVATE',
        memberIds: [scene.cast.stranger.user.id],
      }),
      answers: inWorkspace({ owner: 'NOT_FOUND', member: 'NOT_FOUND', outsider: 'NOT_FOUND', guest: 'FORBIDDEN' }),
    },
  ],
  'channel.update': [
    {
      about: 'the private channel’s topic',
      input: (scene) => ({ ...ofPrivate(scene), topic: newId() }),
      answers: insiders,
    },
    {
      about: 'the private channel’s description',
      input: (scene) => ({ ...ofPrivate(scene), description: newId() }),
      answers: insiders,
    },
    {
      about: 'the public channel’s topic',
      input: ({ publicId }) => ({ channelId: publicId, topic: newId() }),
      answers: inPublic,
    },
    {
      about: 'an archived channel’s topic',
      input: async (scene) => {
        const { id: channelId } = await scene.freshPrivate();
        await scene.cast.owner.call.channel.archive({ channelId });
        return { channelId, topic: newId() };
      },
      answers: inPrivate('FORBIDDEN', 'FORBIDDEN'),
    },
    {
      about: 'the private channel’s name',
      input: (scene) => ({ ...ofPrivate(scene), name: `private ${newId()}` }),
      answers: ownersOnly,
    },
    {
      about: 'the guest’s room’s topic',
      input: (scene) => ({ ...ofGuestRoom(scene), topic: newId() }),
      answers: inGuestRoom('OK', 'FORBIDDEN'),
    },
    {
      about: 'the guest’s room’s description',
      input: (scene) => ({ ...ofGuestRoom(scene), description: newId() }),
      answers: inGuestRoom('OK', 'FORBIDDEN'),
    },
    { about: 'the deleted channel', input: ({ deletedId }) => ({ channelId: deletedId, topic: '' }), answers: nobody },
  ],
  'channel.archive': [{ about: 'a private channel', input: ofFresh, answers: ownersOnly }],
  'channel.unarchive': [{ about: 'a private channel', input: ofFresh, answers: ownersOnly }],
  'channel.delete': [{ about: 'a private channel', input: ofFresh, answers: ownersOnly }],
  'channel.setNotifications': [
    { about: 'the private channel', input: (scene) => ({ ...ofPrivate(scene), level: 'NONE' }), answers: insiders },
  ],
  'channel.star': [{ about: 'the private channel', input: ofPrivate, answers: insiders }],
  'channel.markRead': [
    { about: 'the private channel', input: (scene) => ({ ...ofPrivate(scene), seq: 1 }), answers: insiders },
    ...closed((channelId) => ({ channelId, seq: 1 })),
  ],
  'channel.markUnread': [
    { about: 'the private channel', input: (scene) => ({ ...ofPrivate(scene), seq: 1 }), answers: insiders },
  ],
};

const people: Rows = {
  'channel.join': [
    { about: 'the private channel', input: ofPrivate, answers: insiders },
    {
      about: 'the public channel',
      input: ({ publicId }) => ({ channelId: publicId }),
      answers: openToPeople,
      spends: true,
    },
    ...closed(),
  ],
  'channel.leave': [
    { about: 'a private channel', input: ofFresh, answers: inPrivate('PRECONDITION_FAILED', 'OK') },
    {
      about: 'the channel that everybody is in',
      input: ({ generalId }) => ({ channelId: generalId }),
      answers: {
        owner: 'FORBIDDEN',
        member: 'FORBIDDEN',
        outsider: 'FORBIDDEN',
        stranger: 'NOT_FOUND',
        guest: 'NOT_FOUND',
      },
    },
  ],
  'channel.addMembers': [
    {
      about: 'the outsider to a private channel',
      input: async (scene) => ({ ...(await ofFresh(scene)), userIds: [scene.cast.outsider.user.id] }),
      answers: insiders,
    },
    {
      about: 'the stranger to the private channel',
      input: (scene) => ({ ...ofPrivate(scene), userIds: [scene.cast.stranger.user.id] }),
      answers: nobody,
    },
  ],
  'channel.kick': [
    {
      about: 'the member from a private channel',
      input: async (scene) => ({ ...(await ofFresh(scene)), userId: scene.cast.member.user.id }),
      answers: ownersOnly,
    },
    {
      about: 'the outsider from the private channel, which they are not in',
      input: (scene) => ({ ...ofPrivate(scene), userId: scene.cast.outsider.user.id }),
      answers: inPrivate('NOT_FOUND', 'FORBIDDEN'),
    },
  ],
  'channel.setMemberRole': [
    {
      about: 'the member’s in a private channel',
      input: async (scene) => ({ ...(await ofFresh(scene)), userId: scene.cast.member.user.id, role: 'OWNER' }),
      answers: ownersOnly,
    },
    {
      about: 'the stranger’s in the private channel',
      input: (scene) => ({ ...ofPrivate(scene), userId: scene.cast.stranger.user.id, role: 'MEMBER' }),
      answers: inPrivate('NOT_FOUND', 'FORBIDDEN'),
    },
  ],
};

export const channelRows: Rows = { ...reading, ...changing, ...people };
