import { encodeChannelEvent } from '@parley/realtime/encoded-event';
import type { Realtime } from '@parley/realtime/realtime';
import type { Message } from '@parley/realtime/shapes';

/** Tells a channel of a message that was just committed, numbered by its latest change. */
export function tellMessage(realtime: Realtime, message: Message): void {
  realtime.hub.publishChannel(message.channelId, encodeChannelEvent(message.changeSeq, { type: 'message', message }));
}
