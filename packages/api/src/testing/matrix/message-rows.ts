import { newId } from '@parley/db/ids';
import { inGuestRoom, inPrivate, insiders, nobody } from './answers.ts';
import type { Case, Rows } from './row.ts';
import type { Scene } from './scene.ts';

const ofPrivate = ({ privateChannel }: Scene) => ({ channelId: privateChannel.id });
const ownersMessage = ({ privateChannel }: Scene) => ({ id: privateChannel.ownersMessageId });
const membersMessage = ({ privateChannel }: Scene) => ({ id: privateChannel.membersMessageId });

/** Channels whose number must open nothing, for a procedure that takes `channelId`. */
function closed(more: object = {}): Case[] {
  return [
    { about: 'the deleted channel', input: ({ deletedId }) => ({ channelId: deletedId, ...more }), answers: nobody },
    {
      about: 'the public channel, which one is not in',
      input: ({ publicId }) => ({ channelId: publicId, ...more }),
      answers: insiders,
    },
  ];
}

export const messageRows: Rows = {
  'message.send': [
    {
      about: 'to the private channel',
      input: (scene) => ({ ...ofPrivate(scene), body: 'hello', nonce: newId() }),
      answers: insiders,
    },
    {
      about: 'to the guest’s room',
      input: ({ guestRoomId }) => ({ channelId: guestRoomId, body: 'hello', nonce: newId() }),
      answers: inGuestRoom('OK', 'OK'),
    },
    {
      about: 'in answer to the owner’s',
      input: (scene) => ({
        ...ofPrivate(scene),
        body: 'hello',
        nonce: newId(),
        parentId: scene.privateChannel.ownersMessageId,
      }),
      answers: insiders,
    },
    {
      about: 'in answer to a message of another channel',
      input: async (scene) => ({
        ...ofPrivate(scene),
        body: 'hello',
        nonce: newId(),
        parentId: (await scene.freshPrivate()).ownersMessageId,
      }),
      answers: nobody,
    },
    {
      about: 'to the deleted channel',
      input: ({ deletedId }) => ({ channelId: deletedId, body: 'hello', nonce: newId() }),
      answers: nobody,
    },
  ],
  'message.edit': [
    {
      about: 'the member’s',
      input: (scene) => ({ ...membersMessage(scene), body: newId() }),
      answers: inPrivate('FORBIDDEN', 'OK'),
    },
    {
      about: 'the owner’s',
      input: (scene) => ({ ...ownersMessage(scene), body: newId() }),
      answers: inPrivate('OK', 'FORBIDDEN'),
    },
  ],
  'message.delete': [
    {
      about: 'the member’s',
      input: async (scene) => ({ id: (await scene.freshPrivate()).membersMessageId }),
      answers: insiders,
    },
    {
      about: 'the owner’s',
      input: async (scene) => ({ id: (await scene.freshPrivate()).ownersMessageId }),
      answers: inPrivate('OK', 'FORBIDDEN'),
    },
  ],
  'message.react': [
    { about: 'to the owner’s', input: (scene) => ({ ...ownersMessage(scene), emoji: '👍' }), answers: insiders },
  ],
  'message.unreact': [
    { about: 'from the owner’s', input: (scene) => ({ ...ownersMessage(scene), emoji: '👍' }), answers: insiders },
  ],
  'message.forward': [
    {
      about: 'the owner’s within the private channel',
      input: (scene) => ({ ...ofPrivate(scene), ...ownersMessage(scene), nonce: newId() }),
      answers: insiders,
    },
    {
      about: 'the owner’s to the guest’s room',
      input: (scene) => ({ ...ownersMessage(scene), channelId: scene.guestRoomId, nonce: newId() }),
      answers: { owner: 'OK', member: 'NOT_FOUND', outsider: 'NOT_FOUND', stranger: 'NOT_FOUND', guest: 'NOT_FOUND' },
    },
    {
      about: 'the owner’s to the stranger’s channel',
      input: (scene) => ({ ...ownersMessage(scene), channelId: scene.strangersChannelId, nonce: newId() }),
      answers: nobody,
    },
  ],
  'message.card': [{ about: 'the owner’s', input: ownersMessage, answers: insiders }],
  'message.pin': [{ about: 'the owner’s', input: ownersMessage, answers: insiders }],
  'message.unpin': [{ about: 'the owner’s', input: ownersMessage, answers: insiders }],
  'message.pinned': [{ about: 'the private channel', input: ofPrivate, answers: insiders }, ...closed()],
  'message.list': [
    { about: 'the private channel', input: ofPrivate, answers: insiders },
    {
      about: 'the private channel around a message of another',
      input: async (scene) => ({ ...ofPrivate(scene), around: (await scene.freshPrivate()).ownersMessageId }),
      answers: nobody,
    },
    ...closed(),
  ],
  'message.whyNotified': [{ about: 'the owner’s', input: ownersMessage, answers: insiders }],
  'message.receipts': [
    { about: 'the owner’s', input: ownersMessage, answers: insiders },
    { about: 'the member’s', input: membersMessage, answers: insiders },
  ],
  'message.get': [{ about: 'the owner’s', input: ownersMessage, answers: insiders }],
  'message.changes': [
    { about: 'the private channel', input: (scene) => ({ ...ofPrivate(scene), sinceSeq: 0 }), answers: insiders },
    ...closed({ sinceSeq: 0 }),
  ],
  'message.history': [
    { about: 'the member’s', input: membersMessage, answers: insiders },
    { about: 'the owner’s', input: ownersMessage, answers: inPrivate('OK', 'FORBIDDEN') },
  ],
  'message.onChange': [
    { about: 'the private channel', input: (scene) => ({ ...ofPrivate(scene), lastEventId: '0' }), answers: insiders },
    ...closed({ lastEventId: '0' }),
  ],
};
