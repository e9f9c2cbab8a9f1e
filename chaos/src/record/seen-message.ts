import type { SeenMessage } from './history.ts';

interface MessageShape extends Omit<SeenMessage, 'authorId'> {
  readonly author: { readonly id: string };
}

/** What is recorded of a message as the API gives it. */
export function seenMessage({ id, kind, nonce, author, body, seq }: MessageShape): SeenMessage {
  return { id, kind, nonce, authorId: author.id, body, seq };
}
