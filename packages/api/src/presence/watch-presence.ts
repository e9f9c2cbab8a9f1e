import { type PresenceChange, presenceChangeSchema } from '@parley/realtime/signals';
import { presenceTopic } from '@parley/realtime/topics';
import { findPresenceViews, type PresenceView } from '../access/person-access.ts';
import { signalStream } from '../signal-stream.ts';
import type { VerbContext } from '../trpc/context.ts';
import { presenceView, seenPresence } from './presence-views.ts';

async function viewsOf(viewerId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, PresenceView>> {
  const views = await findPresenceViews([...new Set(userIds)].map((userId) => ({ viewerId, userId })));
  return new Map(views.map((view) => [view.userId, view]));
}

async function readSeen(ctx: VerbContext, views: ReadonlyMap<string, PresenceView>): Promise<PresenceChange[]> {
  const changes = await ctx.realtime.presence.read([...views.keys()]);
  return changes.flatMap((change) => {
    const view = views.get(change.userId);
    return view ? [seenPresence(change, view)] : [];
  });
}

/**
 * Who of these people is there now. People whom the viewer may not know of are absent; those who do not share it, or who
 * blocked the viewer or are blocked, look offline.
 */
export async function readPresence(ctx: VerbContext, userIds: readonly string[]): Promise<PresenceChange[]> {
  const seen = await readSeen(ctx, await viewsOf(ctx.caller.user.id, userIds));
  const byId = new Map(seen.map((change) => [change.userId, change]));
  return userIds.flatMap((userId) => byId.get(userId) ?? []);
}

/**
 * Each change of these people's presence as the viewer may see it, beginning with how it is now. Of somebody whom the
 * viewer may not know of any more it says nothing: that is asked again for each change.
 */
export function watchPresence(
  ctx: VerbContext,
  userIds: readonly string[],
  signal: AbortSignal | undefined,
): AsyncIterable<PresenceChange> {
  const viewerId = ctx.caller.user.id;
  const { hub } = ctx.realtime;
  return signalStream<PresenceChange>({
    signal,
    onOverflow: () => [],
    async start({ emit, fail, own }) {
      let told = Promise.resolve();
      const said = new Map<string, string>();
      // Somebody hidden who comes and goes must not be noticed by words that say the same again.
      const sayNew = (change: PresenceChange): void => {
        const text = JSON.stringify(change);
        if (said.get(change.userId) !== text) emit(change);
        said.set(change.userId, text);
      };
      const tell = (change: PresenceChange): void => {
        const viewed = presenceView(viewerId, change.userId);
        told = Promise.all([viewed, told]).then(
          ([view]) => (view ? sayNew(seenPresence(change, view)) : undefined),
          fail,
        );
      };
      const views = await viewsOf(viewerId, userIds);
      const subscriptions = [...views.keys()].map((userId) =>
        hub.listen(presenceTopic(userId), (payload) => tell(presenceChangeSchema.parse(JSON.parse(payload)))),
      );
      for (const subscription of subscriptions) own(subscription);
      await Promise.all(subscriptions.map((subscription) => subscription.ready));
      for (const change of await readSeen(ctx, views)) sayNew(change);
    },
  });
}
