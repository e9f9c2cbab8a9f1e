import type { ActivityPreview } from '@parley/realtime/signals';
import { excerpt } from '../notification/excerpt.ts';
import { type HeardEvent, type HeardMessage, newMessages } from '../notification/heard-messages.ts';

const made = new WeakMap<HeardMessage, ActivityPreview>();

/** All inboxes of a process share one message, so its line is made once for all. */
function previewOf(message: HeardMessage): ActivityPreview {
  const known = made.get(message);
  if (known) return known;
  const { id, author, body, createdAt } = message;
  const preview = {
    messageId: id,
    authorId: author.id,
    authorName: author.displayName,
    text: excerpt(body),
    createdAt,
  };
  made.set(message, preview);
  return preview;
}

/** A line about the newest message of a channel's timeline among what was just heard, or null: system notes are none. */
export function activityPreview(heard: readonly HeardEvent[]): ActivityPreview | null {
  const newest = newMessages(heard).findLast(
    ({ kind, parentId, alsoToChannel }) => kind === 'USER' && (parentId === null || alsoToChannel),
  );
  return newest ? previewOf(newest) : null;
}
