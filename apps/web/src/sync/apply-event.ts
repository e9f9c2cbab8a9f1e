import type { ChannelEvent } from '@parley/realtime/events';
import type { Message } from '@parley/realtime/shapes';
import { type ChannelLog, rememberChange } from './channel-log.ts';
import { isShownIn, type Talk } from './talk.ts';
import { upsertMessage } from './upsert-message.ts';

/** A durable change and its number. */
export interface NumberedEvent {
  readonly seq: number;
  readonly event: ChannelEvent;
}

/**
 * The log of a conversation after a change in its channel. One that is already in changes nothing; a message that is shown
 * elsewhere is only remembered, for a thread that is read later.
 */
export function applyEvent(log: ChannelLog, { seq, event }: NumberedEvent, talk: Talk): ChannelLog {
  const changed = event.type === 'message' ? afterMessage(log, event.message, talk) : log;
  return seq > changed.seq ? { ...changed, seq } : changed;
}

function afterMessage(log: ChannelLog, message: Message, talk: Talk): ChannelLog {
  if (isShownIn(talk, message)) return upsertMessage(log, message);
  return talk.parentId === null ? rememberChange(log, message) : log;
}
