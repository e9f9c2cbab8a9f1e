import type { Message } from '@parley/realtime/shapes';
import { type ChannelLog, rememberChange, spanWith } from './channel-log.ts';

/**
 * The log with a message as it is now: new at its place, or changed. Saying the same again, or something older, gives
 * back the same log. What falls where no history was loaded is only remembered. The one writer of messages.
 */
export function upsertMessage(log: ChannelLog, message: Message): ChannelLog {
  const index = log.spans.findIndex((span) => span.from <= message.seq && message.seq <= span.through);
  const span = log.spans[index];
  const remembered = rememberChange(log, message);
  if (!span) return remembered;
  const changed = spanWith(span, message);
  return changed === span ? remembered : { ...remembered, spans: log.spans.with(index, changed) };
}
