import type { ApiOutput } from '../../trpc/trpc.ts';

type Why = ApiOutput['message']['whyNotified'];

const words: Record<Why['reason'], string> = {
  DIRECT: 'You are notified of this: it is a direct message.',
  MENTION: 'You are notified of this: it mentions you.',
  CHANNEL: 'You are notified of this: it calls everyone in the channel.',
  HERE: 'You are notified of this: it calls everyone who is here.',
  REPLY: 'You are notified of this: you follow its thread.',
  KEYWORD: 'You are notified of this: it has one of your keywords.',
  ALL: 'You are notified of this: you asked for all messages here.',
  OWN: 'You are not notified of this: you wrote it.',
  SYSTEM: 'You are not notified of this: it only says what happened.',
  DELETED: 'You are not notified of this: it was deleted.',
  CAME_LATER: 'You are not notified of this: it came before you joined.',
  BLOCKED: 'You are not notified of this: you blocked who wrote it.',
  READ: 'You are not notified of this: you had read it.',
  DND: 'You are not notified of this: notifications are paused.',
  SCHEDULE: 'You are not notified of this: it came outside of your hours.',
  MUTED: 'You are not notified of this: you muted this place.',
  LEVEL_NONE: 'You are not notified of this: you asked for nothing here.',
  THREAD_NOT_FOLLOWED: 'You are not notified of this: you don’t follow its thread.',
  NOT_CALLED: 'You are not notified of this: it doesn’t mention you.',
};

/** Why somebody is, or is not, notified of a message, in a sentence. */
export function reasonWords({ reason }: Why): string {
  return words[reason];
}
