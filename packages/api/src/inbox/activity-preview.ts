import type { ActivityPreview } from '@parley/realtime/signals';
import { excerpt } from '../notification/excerpt.ts';
import type { HeardMessage } from '../notification/heard-messages.ts';

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

/** A line about the newest on the channel's timeline among new messages, or null: system notes are none. */
export function activityPreview(messages: readonly HeardMessage[]): ActivityPreview | null {
  const newest = messages.findLast(
    ({ kind, parentId, alsoToChannel }) => kind === 'USER' && (parentId === null || alsoToChannel),
  );
  return newest ? previewOf(newest) : null;
}
