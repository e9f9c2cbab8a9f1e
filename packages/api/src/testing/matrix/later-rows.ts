import { newId } from '@parley/db/ids';
import { anyoneInside, inPrivate, insiders, nobody } from './answers.ts';
import type { Case, Rows } from './row.ts';
import type { Scene } from './scene.ts';

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();
const ownersMessage = ({ privateChannel }: Scene) => ({ id: privateChannel.ownersMessageId });
/** Only its author knows of it. */
const authorAlone: Case['answers'] = inPrivate('NOT_FOUND', 'OK');

async function scheduled({ cast, privateChannel }: Scene): Promise<{ id: string }> {
  const input = { channelId: privateChannel.id, body: 'later', sendAt: inAnHour(), nonce: newId() };
  const { id } = await cast.member.call.message.schedule(input);
  return { id };
}

async function keptByMember(scene: Scene): Promise<{ id: string }> {
  await scene.cast.member.call.message.save(ownersMessage(scene));
  return ownersMessage(scene);
}

export const laterRows: Rows = {
  'draft.list': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
  'draft.save': [
    {
      about: 'in the private channel',
      input: async (scene) => ({ channelId: (await scene.freshPrivate()).id, body: 'begun', version: 0 }),
      answers: insiders,
    },
    {
      about: 'in the deleted channel',
      input: ({ deletedId }) => ({ channelId: deletedId, body: 'begun', version: 0 }),
      answers: nobody,
    },
    {
      about: 'below a message of another channel',
      input: async (scene) => ({
        channelId: scene.privateChannel.id,
        parentId: (await scene.freshPrivate()).ownersMessageId,
        body: 'begun',
        version: 0,
      }),
      answers: nobody,
    },
  ],
  'draft.discard': [
    {
      about: 'in the private channel',
      input: ({ privateChannel }) => ({ channelId: privateChannel.id }),
      answers: insiders,
    },
  ],
  'message.schedule': [
    {
      about: 'in the private channel',
      input: ({ privateChannel }) => ({
        channelId: privateChannel.id,
        body: 'later',
        sendAt: inAnHour(),
        nonce: newId(),
      }),
      answers: insiders,
    },
    {
      about: 'in the deleted channel',
      input: ({ deletedId }) => ({ channelId: deletedId, body: 'later', sendAt: inAnHour(), nonce: newId() }),
      answers: nobody,
    },
  ],
  'message.scheduled': [
    { about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside },
  ],
  'message.updateScheduled': [
    {
      about: 'the member’s',
      input: async (scene) => ({ ...(await scheduled(scene)), body: 'changed' }),
      answers: authorAlone,
    },
  ],
  'message.cancelScheduled': [{ about: 'the member’s', input: scheduled, answers: authorAlone, spends: true }],
  'message.sendScheduledNow': [{ about: 'the member’s', input: scheduled, answers: authorAlone, spends: true }],
  'message.save': [{ about: 'the owner’s', input: ownersMessage, answers: insiders }],
  'message.unsave': [
    {
      about: 'one that nobody keeps',
      input: ownersMessage,
      answers: insiders,
    },
  ],
  'message.setSavedDone': [
    {
      about: 'what the member keeps',
      input: async (scene) => ({ ...(await keptByMember(scene)), done: true }),
      answers: authorAlone,
    },
  ],
  'message.savedIds': [
    { about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside },
  ],
  'message.saved': [{ about: 'the workspace', input: ({ workspaceId }) => ({ workspaceId }), answers: anyoneInside }],
};
