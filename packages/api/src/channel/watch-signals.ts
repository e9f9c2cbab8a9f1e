import type { ChannelSignal } from '@parley/realtime/signals';
import { channelSignalSchema, userSignalSchema } from '@parley/realtime/signals';
import { channelSignalTopic, userTopic } from '@parley/realtime/topics';
import { findMemberChannel } from '../access/channel-access.ts';
import { notFound } from '../app-error.ts';
import { signalStream } from '../signal-stream.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type Hides, readHides } from './own-hides.ts';

function isHidden(said: ChannelSignal, hides: Hides): boolean {
  return hides.people.has(said.userId) || (said.type !== 'typing' && hides.receipts);
}

/** What passes in a channel without a number: who types, who read how far, and what came to whom. Ends with NOT_FOUND when the viewer's membership ends. */
export function watchSignals(
  ctx: VerbContext,
  channelId: string,
  signal: AbortSignal | undefined,
): AsyncIterable<ChannelSignal> {
  const viewerId = ctx.caller.user.id;
  const { hub, bus } = ctx.realtime;
  return signalStream<ChannelSignal>({
    signal,
    onOverflow: () => [],
    async start({ emit, fail, own }) {
      const checkMembership = async (): Promise<void> => {
        if (!(await findMemberChannel(viewerId, channelId))) fail(notFound());
      };
      let hides: Hides | null = null;
      const learnHides = async (): Promise<void> => {
        hides = await readHides(viewerId);
      };
      const learnAgain = (): void => void learnHides().catch(fail);
      const mine = hub.listen(userTopic(viewerId), (payload) => {
        if (userSignalSchema.parse(JSON.parse(payload)).type === 'hidesChanged') learnAgain();
      });
      const said = hub.listen(channelSignalTopic(channelId), (payload) => {
        const signalled = channelSignalSchema.parse(JSON.parse(payload));
        if (hides && signalled.userId !== viewerId && !isHidden(signalled, hides)) emit(signalled);
      });
      const changes = hub.listenChannel(channelId, {
        onEvent: (event) => event.endsMembershipOf(viewerId) && fail(notFound()),
        onSpan: ({ events }) => events.some((event) => event.endsMembershipOf(viewerId)) && fail(notFound()),
        // Hints that were missed may have ended the membership; the database says.
        onCheck: () => void checkMembership().catch(fail),
      });
      for (const subscription of [mine, said, changes]) own(subscription);
      own({ close: bus.onInterruption(learnAgain) });
      // It may have ended after the call was let in and before anything was heard here.
      await Promise.all([mine.ready, said.ready, changes.ready]);
      await Promise.all([checkMembership(), learnHides()]);
    },
  });
}
