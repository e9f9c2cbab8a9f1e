/** A conversation: a channel's timeline, or one of its threads. */
export interface Talk {
  readonly channelId: string;
  /** The message that a thread hangs on; null for the timeline. */
  readonly parentId: string | null;
}

/** What says where a message is shown. */
interface Placed {
  readonly id?: string | undefined;
  readonly channelId: string;
  readonly parentId?: string | null | undefined;
  readonly alsoToChannel?: boolean | undefined;
}

/** The name of a conversation, under which this browser keeps its log, draft and commands. A timeline has its channel's id. */
export function talkKey({ channelId, parentId }: Talk): string {
  return parentId === null ? channelId : `${channelId}/${parentId}`;
}

/** The conversation of a name. */
export function talkOf(key: string): Talk {
  const [channelId = '', parentId = null] = key.split('/');
  return { channelId, parentId };
}

/** Whether a message is shown in a conversation: a thread begins with the message that it hangs on. */
export function isShownIn({ channelId, parentId }: Talk, message: Placed): boolean {
  if (message.channelId !== channelId) return false;
  if (parentId !== null) return message.parentId === parentId || message.id === parentId;
  return !message.parentId || message.alsoToChannel === true;
}
