import type { InboxEvent, UserSignal } from '@parley/realtime/signals';
import { userSignalSchema, workspaceSignalSchema } from '@parley/realtime/signals';
import { userTopic, workspaceTopic } from '@parley/realtime/topics';
import { findMembership } from '../access/workspace-access.ts';
import { notFound } from '../app-error.ts';
import { listChannelHeads } from '../channel/list-channels.ts';
import { mayKnow } from '../presence/may-know.ts';
import { signalStream } from '../signal-stream.ts';
import type { VerbContext } from '../trpc/context.ts';
import { ChannelActivity } from './channel-activity.ts';

/** What is said of a person's place in one workspace. */
type PlaceSignal = Exclude<Extract<UserSignal, { workspaceId: string }>, { type: 'workspaceLeft' }>;

/**
 * What happens to one person in one workspace: which channels moved, came and went, what other devices read, and how
 * people whom they may know of look now. Begins
 * with `ready`, and says it again whenever something may have been missed: the client then reads its channel list anew.
 * Ends with NOT_FOUND when the person is not in the workspace any more.
 */
export function watchInbox(
  ctx: VerbContext,
  workspaceId: string,
  signal: AbortSignal | undefined,
): AsyncIterable<InboxEvent> {
  const { user, session } = ctx.caller;
  const { hub, bus } = ctx.realtime;
  return signalStream<InboxEvent>({
    signal,
    onOverflow: () => [{ type: 'ready' }],
    async start({ emit, fail, own }) {
      const checkMembership = async (): Promise<void> => {
        if (!(await findMembership(user.id, workspaceId))) fail(notFound());
      };
      // Who is out of the workspace is out of its channels: each of them that goes asks for the reason.
      const lose = (channelId: string): void => {
        emit({ type: 'channelRemoved', channelId });
        void checkMembership().catch(fail);
      };
      const activity = new ChannelActivity({ realtime: ctx.realtime, userId: user.id, emit, lose });
      own(activity);
      const begin = async (): Promise<void> => {
        await checkMembership();
        activity.follow(await listChannelHeads(user.id, workspaceId));
        emit({ type: 'ready' });
      };
      const said = hub.listen(userTopic(user.id), (payload) => {
        const heard = userSignalSchema.parse(JSON.parse(payload));
        if (heard.type === 'signedOut') {
          if (heard.sessionIds === 'all' || heard.sessionIds.includes(session.id)) emit({ type: 'signedOut' });
        } else if (heard.type === 'savedChanged' || heard.type === 'blockedChanged') emit(heard);
        else if (heard.type === 'hidesChanged' || heard.workspaceId !== workspaceId) return;
        else if (heard.type === 'workspaceLeft') void checkMembership().catch(fail);
        else passOn(heard, activity, emit);
      });
      own(said);
      const met = hub.listen(workspaceTopic(workspaceId), (payload) => {
        const event = workspaceSignalSchema.parse(JSON.parse(payload));
        if (event.type === 'personChanged') mayKnow(user.id, event.user.id).then((may) => may && emit(event), fail);
        else emit(event);
      });
      own(met);
      own({ close: bus.onInterruption(() => void begin().catch(() => emit({ type: 'ready' }))) });
      await Promise.all([said.ready, met.ready]);
      await begin();
    },
  });
}

/** Says what was heard of a place, and follows the channels that it speaks of. */
function passOn(
  { workspaceId: _, ...event }: PlaceSignal,
  activity: ChannelActivity,
  emit: (event: InboxEvent) => void,
): void {
  switch (event.type) {
    case 'channelRemoved':
      activity.lose(event.channelId);
      break;
    case 'directMade':
      activity.hide(event.channelId);
      break;
    case 'directClosed':
      if (activity.hide(event.channelId)) emit({ type: 'channelRemoved', channelId: event.channelId });
      break;
    case 'channelAdded':
      activity.add(event.channelId);
      emit(event);
      break;
    case 'threadActivity':
      if (activity.follows(event.channelId)) emit(event);
      break;
    default:
      emit(event);
  }
}
