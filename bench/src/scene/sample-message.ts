import type { ChannelEvent } from '@parley/realtime/events';

/** About 125 characters, as long as a message usually is. */
export const sampleBody =
  'Search is indexing edits now: the vector is a generated column, so an edit cannot leave it behind. The p95 is in the thread.';

/** A body with the time of sending in it, in milliseconds of the clock that all processes share. */
export function timedBody(atMs: number): string {
  return `@@${atMs.toFixed(3)}@@ ${sampleBody}`.slice(0, sampleBody.length);
}

/** The time as `timedBody` wants it. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** A message as the API gives it. */
export function sampleEvent(place: { channelId: string; authorId: string; seq: number }, body: string): ChannelEvent {
  const { channelId, authorId, seq } = place;
  const none = { avatarUrl: null, title: null, timezone: null, status: null, deactivatedAt: null };
  const absent = { editedAt: null, deletedAt: null, deletedBy: null, parentId: null, system: null, thread: null };
  return {
    type: 'message',
    message: {
      id: '0195a7c3-7b1e-7c55-a4f1-6a5b8c9d0e1f',
      channelId,
      author: { id: authorId, handle: authorId, displayName: 'Ada Lovelace', kind: 'PERSON', ...none },
      ...{ seq, changeSeq: seq, kind: 'USER', body, nonce: '0195a7c3-7b1e-7c55-a4f1-6a5b8c9d0e1f' },
      createdAt: new Date().toISOString(),
      ...{ reactions: [], attachments: [], previews: [], mentions: { userIds: [], channel: false, here: false } },
      ...{ ...absent, alsoToChannel: false, pinnedAt: null, pinnedBy: null },
    },
  };
}
