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
    start: ({ emit, fail, own }) => {
      const checkMembership = async (): Promise<void> => {
        if (!(await findMemberChannel(viewerId, channelId))) fail(notFound());
      };
      own(
        hub.listen(channelSignalTopic(channelId), (payload) => {
          const said = channelSignalSchema.parse(JSON.parse(payload));
          if (said.userId !== viewerId) emit(said);
        }),
      );
      // Hints that were missed may have ended the membership; the database says.
      const recheck = (): void => void checkMembership().catch(() => undefined);
      own(
        hub.listenChannel(channelId, {
          onEvent: (event) => event.endsMembershipOf(viewerId) && fail(notFound()),
          onCheck: recheck,
          onSpan: recheck,
        }),
      );
    },
  });
}
