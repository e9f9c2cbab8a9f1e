'use client';

import { useTimeSettings } from '@parley/ui/time';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { type ChannelLog, LIVE, liveSpan, spanAt } from '../../sync/channel-log.ts';
import type { StoredSend } from '../../sync/device-database.ts';
import { useSession } from '../../sync/session.tsx';
import { channelTitle } from '../composer/channel-title.ts';
import { MessageActionsContext } from '../message/message-actions.tsx';
import { Announcer } from './announcer.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { markStuckDays } from './mark-stuck-days.ts';
import { RowFocus } from './row-focus.ts';
import { savePosition } from './saved-positions.ts';
import { ChannelBeginning, HistoryEdge } from './timeline-edges.tsx';
import { TimelineList } from './timeline-list.tsx';
import { timelineRows } from './timeline-rows.ts';
import type { ScrollEvents } from './timeline-scroll.ts';
import { TimelineSkeleton } from './timeline-skeleton.tsx';
import { useConversationCommands } from './use-conversation-commands.ts';
import { useMissed } from './use-missed.ts';
import { useNewDivider } from './use-new-divider.ts';
import { useNotedAuthors } from './use-noted-authors.ts';
import { useOpening } from './use-opening.ts';
import { usePaging } from './use-paging.ts';
import { useReadMarking } from './use-read-marking.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useTimelineActions } from './use-timeline-actions.ts';
import { useTimelineScroll } from './use-timeline-scroll.ts';

const DeleteMessageDialog = lazy(async () => ({
  default: (await import('../message/delete-message-dialog.tsx')).DeleteMessageDialog,
}));
const MessageHistoryDialog = lazy(async () => ({
  default: (await import('../message/message-history-dialog.tsx')).MessageHistoryDialog,
}));

export interface ConversationProps {
  channelId: string;
  channel: ChannelListItem | undefined;
  log: ChannelLog;
  waiting: readonly StoredSend[];
  messageId: string | undefined;
}

const none: readonly StoredSend[] = [];

/** The messages of a channel that is known: where the reader is in them, and what can be done there. */
export function Conversation({ channelId, channel, log, waiting, messageId }: ConversationProps) {
  const { me, workspace } = useSession();
  const { timeZone } = useTimeSettings();
  const [focus] = useState(() => new RowFocus());
  useNotedAuthors(log);
  const events = useRef<ScrollEvents>({ onEdges: () => undefined, onView: () => undefined });
  const { scroll, state, scrollerRef } = useTimelineScroll(events);
  const { viewSeq, pending, showLive } = useOpening({ channel, log, messageId, scroll, focus });

  const span = (viewSeq === null ? undefined : spanAt(log, viewSeq)) ?? liveSpan(log);
  const live = span.through === LIVE;
  const rows = useMemo(() => timelineRows(span, live ? waiting : none, me), [span, live, waiting, me]);
  const divider = useNewDivider(channel, me.id);
  const range = scroll.update(rows, { timeZone, dividerSeq: divider.seqIn(rows), follows: live });

  const paging = usePaging(channelId, span);
  const checkRead = useReadMarking({ channel, scroll, live });
  const { onMarkUnread } = useConversationCommands({ channelId, rows, divider, focus, scroll, showLive });
  const { actions, dialog, closeDialog } = useTimelineActions({ channelId, focus, onMarkUnread });
  const moderates = channel?.membership?.role === 'OWNER' || workspace.role === 'OWNER' || workspace.role === 'ADMIN';
  const keys = useRowKeys({ channelId, scroll, focus, actions, moderates });
  const missed = useMissed({ rows, state, live, viewerId: me.id });
  useLayoutEffect(() => {
    const onView = () => {
      checkRead();
      if (scroll.scroller) markStuckDays(scroll.scroller);
    };
    events.current = { onEdges: paging.onEdges, onView };
  });
  useEffect(() => () => savePosition(channelId, scroll.position()), [channelId, scroll]);

  return (
    <MessageActionsContext value={actions}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={scrollerRef}
          tabIndex={-1}
          className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overflow-x-hidden overscroll-contain outline-none [overflow-anchor:none]"
        >
          <div
            role="log"
            aria-live="off"
            aria-label={channel ? `Messages in ${channelTitle(channel, me.id)}` : 'Messages'}
            className="pb-2"
            {...keys}
          >
            {span.olderCursor ? (
              <HistoryEdge failed={paging.failed.older} onRetry={() => paging.retry('older')} />
            ) : (
              <ChannelBeginning channel={channel} viewerId={me.id} empty={rows.count === 0} />
            )}
            <TimelineList scroll={scroll} focus={focus} range={range} moderates={moderates} />
            {live ? null : <HistoryEdge failed={paging.failed.newer} onRetry={() => paging.retry('newer')} />}
          </div>
        </div>
        {pending ? (
          <div className="absolute inset-0 flex flex-col bg-canvas">
            <TimelineSkeleton />
          </div>
        ) : null}
        {(state.stuck && live) || pending ? null : <JumpToLatest count={missed} onPress={showLive} />}
        <Announcer rows={rows} viewerId={me.id} live={live} />
      </div>
      <Suspense>
        {dialog?.kind === 'delete' ? <DeleteMessageDialog message={dialog.message} onClose={closeDialog} /> : null}
        {dialog?.kind === 'history' ? <MessageHistoryDialog message={dialog.message} onClose={closeDialog} /> : null}
      </Suspense>
    </MessageActionsContext>
  );
}
