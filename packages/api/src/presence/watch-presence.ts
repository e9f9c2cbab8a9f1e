import { type PresenceChange, presenceChangeSchema } from '@parley/realtime/signals';
import { presenceTopic } from '@parley/realtime/topics';
import { findVisiblePeople } from '../access/person-access.ts';
import { signalStream } from '../signal-stream.ts';
import type { VerbContext } from '../trpc/context.ts';
import { mayKnow } from './may-know.ts';

/** Who of these people is there now. People whom the viewer may not know of are absent. */
export async function readPresence(ctx: VerbContext, userIds: readonly string[]): Promise<PresenceChange[]> {
  const visible = await findVisiblePeople(ctx.caller.user.id, userIds);
  return ctx.realtime.presence.read(userIds.filter((userId) => visible.has(userId)));
}

/**
 * Each change of these people's presence, beginning with how it is now. Of somebody whom the viewer may not know of any
 * more it says nothing: that is asked again for each change.
 */
export function watchPresence(
  ctx: VerbContext,
  userIds: readonly string[],
  signal: AbortSignal | undefined,
): AsyncIterable<PresenceChange> {
  const viewerId = ctx.caller.user.id;
  const { hub, presence } = ctx.realtime;
  return signalStream<PresenceChange>({
    signal,
    onOverflow: () => [],
    async start({ emit, fail, own }) {
      let told = Promise.resolve();
      const tell = (change: PresenceChange): void => {
        const known = mayKnow(viewerId, change.userId);
        told = Promise.all([known, told]).then(([may]) => (may ? emit(change) : undefined), fail);
      };
      const visible = await findVisiblePeople(viewerId, userIds);
      const subscriptions = [...visible].map((userId) =>
        hub.listen(presenceTopic(userId), (payload) => tell(presenceChangeSchema.parse(JSON.parse(payload)))),
      );
      for (const subscription of subscriptions) own(subscription);
      await Promise.all(subscriptions.map((subscription) => subscription.ready));
      for (const change of await presence.read([...visible])) emit(change);
    },
  });
}
