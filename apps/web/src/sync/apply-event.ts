import type { ChannelEvent } from '@parley/realtime/events';
import type { ChannelLog } from './channel-log.ts';
import { upsertMessage } from './upsert-message.ts';

/** A durable change and its number. */
export interface NumberedEvent {
  readonly seq: number;
  readonly event: ChannelEvent;
}

/** The log after a change. One that is already in changes nothing. */
export function applyEvent(log: ChannelLog, { seq, event }: NumberedEvent): ChannelLog {
  const changed = event.type === 'message' ? upsertMessage(log, event.message) : log;
  return seq > changed.seq ? { ...changed, seq } : changed;
}
