import { openChannelStream } from '@parley/realtime/channel-stream';
import { encodeChannelEvent } from '@parley/realtime/encoded-event';
import type { EventStream } from '@parley/realtime/event-stream';
import type { ChannelEvent } from '@parley/realtime/events';
import { findMemberChannel } from '../access/channel-access.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { OnChangeInput } from './message.input.ts';
import { endsMembershipOf, readChanges } from './read-changes.ts';

/**
 * Every durable change of a channel after `lastEventId`, in order, none missing; without it, what comes next. Ends with
 * NOT_FOUND when the viewer's membership ends, and with RESYNC for a number that the channel has not reached.
 */
export function watchChannel(
  ctx: VerbContext,
  { channelId, lastEventId }: OnChangeInput,
  signal: AbortSignal | undefined,
): EventStream<ChannelEvent> {
  const viewerId = ctx.caller.user.id;
  return openChannelStream({
    hub: ctx.realtime.hub,
    channelId,
    viewerId,
    lastSeq: lastEventId,
    signal,
    readHead: async () => (await findMemberChannel(viewerId, channelId))?.seq ?? 'NOT_FOUND',
    readChanges: async (afterSeq, limit) => {
      const page = await readChanges(viewerId, { channelId, sinceSeq: afterSeq, limit });
      if (!page) return 'NOT_FOUND';
      if (afterSeq > page.head) return 'RESYNC';
      return {
        events: page.changes.map(({ seq, event }) => encodeChannelEvent(seq, event, endsMembershipOf(event))),
        more: page.more,
      };
    },
  });
}
