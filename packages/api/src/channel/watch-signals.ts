import type { ChannelSignal } from '@parley/realtime/signals';
import { channelSignalSchema } from '@parley/realtime/signals';
import { channelSignalTopic } from '@parley/realtime/topics';
import { findMemberChannel } from '../access/channel-access.ts';
import { notFound } from '../app-error.ts';
import { signalStream } from '../signal-stream.ts';
import type { VerbContext } from '../trpc/context.ts';

/** What passes in a channel without a number: who types. Ends with NOT_FOUND when the viewer's membership ends. */
export function watchSignals(
  ctx: VerbContext,
  channelId: string,
  signal: AbortSignal | undefined,
): AsyncIterable<ChannelSignal> {
  const viewerId = ctx.caller.user.id;
  const { hub } = ctx.realtime;
  return signalStream<ChannelSignal>({
    signal,
    onOverflow: () => [],
    async start({ emit, fail, own }) {
      const checkMembership = async (): Promise<void> => {
        if (!(await findMemberChannel(viewerId, channelId))) fail(notFound());
      };
      const said = hub.listen(channelSignalTopic(channelId), (payload) => {
        const signalled = channelSignalSchema.parse(JSON.parse(payload));
        if (signalled.userId !== viewerId) emit(signalled);
      });
      const changes = hub.listenChannel(channelId, {
        onEvent: (event) => event.endsMembershipOf(viewerId) && fail(notFound()),
        onSpan: ({ events }) => events.some((event) => event.endsMembershipOf(viewerId)) && fail(notFound()),
        // Hints that were missed may have ended the membership; the database says.
        onCheck: () => void checkMembership().catch(fail),
      });
      own(said);
      own(changes);
      // It may have ended after the call was let in and before anything was heard here.
      await Promise.all([said.ready, changes.ready]);
      await checkMembership();
    },
  });
}
