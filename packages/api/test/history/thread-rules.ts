import type { Message } from '@parley/realtime/shapes';
import { expect } from 'vitest';
import { finalChanges } from './rules.ts';
import type { Stage } from './stage.ts';

async function finalMessages(stage: Stage): Promise<Message[]> {
  const changes = await finalChanges(stage);
  return changes.flatMap(({ event }) => (event.type === 'message' ? [event.message] : []));
}

/** R11: what changes gave, what a look at one gives and what the timeline gives are the same, field by field. */
export async function checkViews(stage: Stage): Promise<void> {
  const { call } = stage.owner;
  const messages = await finalMessages(stage);
  for (const message of messages) expect(await call.message.get({ id: message.id })).toEqual(message);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const { items } = await call.message.list({ channelId: stage.channelId, limit: 100 });
  for (const message of items) expect(message).toEqual(byId.get(message.id));
  const pinned = await call.message.pinned({ channelId: stage.channelId, limit: 100 });
  const pins = messages.filter((message) => message.pinnedAt !== null);
  expect(new Set(pinned.items)).toEqual(new Set(pins));
}

/** R1, R2 of threads: each holds its replies in order, and says of them what they are. */
export async function checkThreads(stage: Stage): Promise<void> {
  const messages = await finalMessages(stage);
  for (const parent of messages.filter((message) => message.parentId === null && message.kind === 'USER')) {
    const replies = messages.filter((message) => message.parentId === parent.id).sort((a, b) => a.seq - b.seq);
    const thread = await stage.owner.call.thread.get({ parentId: parent.id, direction: 'FORWARD', limit: 100 });
    expect(thread.items).toEqual(replies);
    const standing = replies.filter((message) => !message.deletedAt);
    const participantIds = [...new Set(standing.map((message) => message.author.id))];
    expect(parent.thread?.replyCount ?? 0).toBe(standing.length);
    expect(parent.thread?.participantIds ?? []).toEqual(participantIds);
    await checkPlaces(stage, parent.id, standing);
  }
}

/** R9 of threads: unread is what the thread says it is. */
async function checkPlaces(stage: Stage, parentId: string, standing: readonly Message[]): Promise<void> {
  const present = await stage.present();
  for (const { person } of stage.readers) {
    if (!present.get(person.user.id)?.present) continue;
    const { place } = await person.call.thread.get({ parentId });
    const unread = standing.filter(
      (message) => message.seq > place.lastReadSeq && message.author.id !== person.user.id && place.following,
    );
    expect(place.unread).toBe(unread.length);
  }
}
