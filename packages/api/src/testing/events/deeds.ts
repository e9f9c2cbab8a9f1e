import { newId } from '@parley/db/ids';
import type { ChannelEvent } from '@parley/realtime/events';
import type { ChannelSignal, InboxEvent } from '@parley/realtime/signals';
import { flushReads } from '../../read-state/note-read.ts';
import { newToken } from '../matrix/cast.ts';
import { tinyPng } from '../tiny-pictures.ts';
import { type EventStage, makeRoom, write } from './event-stage.ts';

/** All that a client can hear of. `ready` is no news: it says that there may be some. */
export type EventName =
  | ChannelEvent['type']
  | ChannelSignal['type']
  | 'presence'
  | Exclude<InboxEvent['type'], 'ready'>;

export interface Deed {
  /** Who may hear of it: who is in the room, everybody in the workspace, or Ben alone. */
  readonly concerns: 'room' | 'workspace' | 'ben';
  /** It happens in the conversation of Ana and Ben, not in the room. */
  readonly inDirect?: true;
  /** Makes ready for it, unheard by whoever listens later. Answers what then makes Ben hear of it. */
  prepare(stage: EventStage): Promise<() => Promise<unknown>>;
}

const unprepared = (act: (stage: EventStage) => Promise<unknown>) => async (stage: EventStage) => () => act(stage);

/** For each event what makes it happen. An event that is missing here does not compile. */
export const deeds: Readonly<Record<EventName, Deed>> = {
  message: { concerns: 'room', prepare: unprepared(({ ana, roomId }) => write(ana, roomId)) },
  member: {
    concerns: 'room',
    prepare: unprepared(({ ana, cem, roomId: channelId }) =>
      ana.call.channel.setMemberRole({ channelId, userId: cem.user.id, role: 'OWNER' }),
    ),
  },
  channel: { concerns: 'room', prepare: unprepared(newTopic) },
  channelChanged: { concerns: 'room', prepare: unprepared(newTopic) },
  channelActivity: { concerns: 'room', prepare: unprepared(({ ana, roomId }) => write(ana, roomId)) },
  typing: {
    concerns: 'room',
    prepare: unprepared(({ ana, roomId: channelId }) => ana.call.typing.start({ channelId })),
  },
  receipt: {
    concerns: 'room',
    async prepare({ realtime, ana, ben, roomId: channelId }) {
      const { seq } = await write(ben, channelId);
      await flushReads(realtime);
      return async () => {
        await ana.call.channel.markRead({ channelId, seq });
        await flushReads(realtime);
      };
    },
  },
  delivered: {
    concerns: 'ben',
    inDirect: true,
    async prepare({ ana, ben, workspaceId, directId: channelId }) {
      const { seq } = await write(ben, channelId);
      return () => ana.call.direct.markDelivered({ workspaceId, positions: [{ channelId, seq }] });
    },
  },
  presence: {
    concerns: 'workspace',
    prepare: unprepared(({ ana }) => ana.call.presence.heartbeat({ deviceId: newId(), status: 'ONLINE' })),
  },
  channelAdded: { concerns: 'ben', prepare: unprepared((stage) => makeRoom(stage, [stage.ben])) },
  channelRemoved: {
    concerns: 'ben',
    async prepare(stage) {
      const { ana, ben, cem } = stage;
      const channelId = await makeRoom(stage, [ben, cem]);
      return () => ana.call.channel.kick({ channelId, userId: ben.user.id });
    },
  },
  readElsewhere: {
    concerns: 'ben',
    async prepare({ ana, ben, roomId: channelId }) {
      const { seq } = await write(ana, channelId, { body: `<@${ben.user.id}>` });
      return () => ben.call.channel.markRead({ channelId, seq });
    },
  },
  threadActivity: {
    concerns: 'ben',
    async prepare({ ana, ben, roomId }) {
      const { id: parentId } = await write(ben, roomId);
      await write(ana, roomId, { parentId });
      return () => write(ana, roomId, { parentId });
    },
  },
  draftChanged: {
    concerns: 'ben',
    prepare: unprepared(({ ben, roomId: channelId }) => ben.call.draft.save({ channelId, body: 'draft', version: 0 })),
  },
  sectionsChanged: {
    concerns: 'ben',
    prepare: unprepared(({ ben, workspaceId, roomId }) =>
      ben.call.channel.saveSections({ workspaceId, sections: [{ name: 'Mine', channelIds: [roomId], sort: 0 }] }),
    ),
  },
  savedChanged: {
    concerns: 'ben',
    async prepare({ ana, ben, roomId }) {
      const { id } = await write(ana, roomId);
      return () => ben.call.message.save({ id });
    },
  },
  blockedChanged: {
    concerns: 'ben',
    prepare: unprepared(({ ben, cem }) => ben.call.user.block({ id: cem.user.id })),
  },
  notification: {
    concerns: 'ben',
    async prepare({ ana, ben, cem, roomId: channelId }) {
      await cem.call.channel.setNotifications({ channelId, level: 'MENTIONS' });
      return () => write(ana, channelId, { body: `<@${ben.user.id}>` });
    },
  },
  activityChanged: {
    concerns: 'ben',
    async prepare({ ana, ben, roomId }) {
      const { id } = await write(ben, roomId);
      return () => ana.call.message.react({ id, emoji: '👍' });
    },
  },
  personChanged: {
    concerns: 'workspace',
    prepare: unprepared(({ ana }) => ana.call.account.update({ displayName: 'Anastasia' })),
  },
  emojiChanged: {
    concerns: 'workspace',
    prepare: unprepared(({ ana, workspaceId }) =>
      ana.call.emoji.create({ workspaceId, name: `e-${newId().slice(-12)}`, image: tinyPng }),
    ),
  },
  workspaceChanged: {
    concerns: 'workspace',
    prepare: unprepared(({ ana, workspaceId }) => ana.call.workspace.update({ workspaceId, name: 'Southwind' })),
  },
  signedOut: {
    concerns: 'ben',
    async prepare({ ben }) {
      await newToken(ben);
      return () => ben.call.account.revokeSession({ id: ben.session.id });
    },
  },
};

function newTopic({ ana, roomId: channelId }: EventStage) {
  return ana.call.channel.update({ channelId, topic: 'another topic' });
}

/** Every event's name and its deed. */
export const allDeeds = Object.entries(deeds) as ReadonlyArray<[EventName, Deed]>;
