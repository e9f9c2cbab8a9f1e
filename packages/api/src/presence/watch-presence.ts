import { type PresenceChange, presenceChangeSchema } from '@parley/realtime/signals';
import { presenceTopic } from '@parley/realtime/topics';
import { findVisiblePeople } from '../access/person-access.ts';
import { signalStream } from '../signal-stream.ts';
import type { VerbContext } from '../trpc/context.ts';

/** Who of these people is there now. People whom the viewer may not know of are absent. */
export async function readPresence(ctx: VerbContext, userIds: readonly string[]): Promise<PresenceChange[]> {
  const visible = await findVisiblePeople(ctx.caller.user.id, userIds);
  return ctx.realtime.presence.read(userIds.filter((userId) => visible.has(userId)));
}

/** Each change of these people's presence, beginning with how it is now. */
export function watchPresence(
  ctx: VerbContext,
  userIds: readonly string[],
  signal: AbortSignal | undefined,
): AsyncIterable<PresenceChange> {
  return signalStream<PresenceChange>({
    signal,
    onOverflow: () => [],
    async start({ emit, own }) {
      const visible = await findVisiblePeople(ctx.caller.user.id, userIds);
      const subscriptions = [...visible].map((userId) =>
        ctx.realtime.hub.listen(presenceTopic(userId), (payload) =>
          emit(presenceChangeSchema.parse(JSON.parse(payload))),
        ),
      );
      for (const subscription of subscriptions) own(subscription);
      await Promise.all(subscriptions.map((subscription) => subscription.ready));
      for (const change of await ctx.realtime.presence.read([...visible])) emit(change);
    },
  });
}
