'use client';

import clsx from 'clsx';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import type { ChannelLog, Span } from '../../sync/channel-log.ts';
import type { StoredSend } from '../../sync/device-database.ts';
import { useSession } from '../../sync/session.tsx';
import { talkOf } from '../../sync/talk.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { MessageActionsContext } from '../message/message-actions.tsx';
import { hasReaders } from '../receipts/last-own-row.ts';
import { Announcer } from './announcer.tsx';
import { ConversationDialogs } from './conversation-dialogs.tsx';
import { JumpContext, useJump } from './day-name.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { markStuckDays } from './mark-stuck-days.ts';
import { RowFocus } from './row-focus.ts';
import { savePosition } from './saved-positions.ts';
import { ChannelBeginning, type ChannelBeginningProps, HistoryEdge } from './timeline-edges.tsx';
import { TimelineList } from './timeline-list.tsx';
import type { ScrollEvents } from './timeline-scroll.ts';
import { TimelineSkeleton } from './timeline-skeleton.tsx';
import { useConversationCommands } from './use-conversation-commands.ts';
import { useDrawnRows } from './use-drawn-rows.ts';
import { useFolds } from './use-folds.ts';
import { useMissed } from './use-missed.ts';
import { useNewDivider } from './use-new-divider.ts';
import { useNotedAuthors } from './use-noted-authors.ts';
import { type Standing, useOpening } from './use-opening.ts';
import { type Paging, usePaging } from './use-paging.ts';
import { useReadMarking } from './use-read-marking.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useTimelineActions } from './use-timeline-actions.ts';
import { useTimelineScroll } from './use-timeline-scroll.ts';
import { useViewer } from './use-viewer.ts';

export interface ConversationProps {
  /** The conversation's `talkKey`. */
  talk: string;
  channel: ChannelListItem | undefined;
  /** Null for a reader without a place in it. */
  standing: Standing | null;
  log: ChannelLog;
  waiting: readonly StoredSend[];
  messageId: string | undefined;
}

/** The messages of a channel or a thread that is known: where the reader is in them, and what can be done there. */
export function Conversation({ talk, channel, standing, log, waiting, messageId }: ConversationProps) {
  const { me } = useSession();
  const { parentId } = talkOf(talk);
  const [focus] = useState(() => new RowFocus());
  useNotedAuthors(log);
  const events = useRef<ScrollEvents>({ onEdges: () => undefined, onView: () => undefined });
  const { scroll, state, scrollerRef } = useTimelineScroll(events);
  const { viewSeq, pending, showLive, show } = useOpening({ talk, standing, log, messageId, scroll, focus });
  const divider = useNewDivider(standing, me.id);
  const { isFolded, show: unfold } = useFolds(channel);
  const { span, live, drawn } = useDrawnRows({ log, waiting, viewSeq, divider, parentId, isFolded, scroll });
  const { rows } = drawn;

  const jump = useJump(channel, { show, showLive });
  const paging = usePaging(talk, span);
  const checkRead = useReadMarking({ talk, standing, scroll, live });
  const { onMarkUnread } = useConversationCommands({ talk, rows, divider, focus, scroll, showLive, show });
  const viewer = useViewer(channel, parentId !== null);
  const { actions, dialog, closeDialog } = useTimelineActions({ talk, viewer, focus, scroll, onMarkUnread });
  const keys = useRowKeys({ talk, scroll, focus, actions, unfold });
  const receipts = live && channel !== undefined && hasReaders(channel, me.id);
  const missed = useMissed({ rows, state, live, viewerId: me.id });
  useLayoutEffect(() => {
    const onView = () => {
      checkRead();
      if (scroll.scroller) markStuckDays(scroll.scroller);
    };
    events.current = { onEdges: paging.onEdges, onView };
  });
  useLayoutEffect(() => scroll.settle());
  useEffect(() => () => savePosition(talk, scroll.position()), [talk, scroll]);

  return (
    <MessageActionsContext value={actions}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <JumpContext value={viewer.inThread ? null : jump}>
          <div
            ref={scrollerRef}
            tabIndex={-1}
            className={clsx(
              'flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overflow-x-hidden overscroll-contain outline-none [overflow-anchor:none]',
              pending && 'invisible **:invisible!',
            )}
          >
            <div
              role="log"
              aria-live="off"
              aria-label={labelOf(channel, me.id, viewer.inThread)}
              // A layer of its own is painted from its own corner: one more row at the end leaves the others as they are.
              className={clsx('pb-2 will-change-transform', viewer.inThread && 'mb-auto')}
              {...keys}
            >
              <OlderEnd
                {...{ span, paging, channel }}
                inThread={viewer.inThread}
                viewerId={me.id}
                empty={rows.count === 0}
              />
              <TimelineList {...{ scroll, focus, drawn }} receiptsOf={receipts ? me.id : null} onShow={unfold} />
              {live ? null : <HistoryEdge failed={paging.failed.newer} onRetry={() => paging.retry('newer')} />}
            </div>
          </div>
        </JumpContext>
        <Covering pending={pending} away={!state.stuck || !live} missed={missed} onJump={showLive} />
        <Announcer {...{ rows, live, isFolded }} viewerId={me.id} />
      </div>
      <ConversationDialogs dialog={dialog} onClose={closeDialog} />
    </MessageActionsContext>
  );
}

function labelOf(channel: ChannelListItem | undefined, viewerId: string, inThread: boolean): string {
  const what = inThread ? 'Thread' : 'Messages';
  return channel ? `${what} in ${channelTitle(channel, viewerId)}` : what;
}

interface OlderEndProps extends ChannelBeginningProps {
  span: Span;
  paging: Paging;
  inThread: boolean;
}

/** What stands above the first row: more history to come, or the channel's beginning. */
function OlderEnd({ span, paging, inThread, ...beginning }: OlderEndProps) {
  if (span.olderCursor === null) return inThread ? <div className="h-2" /> : <ChannelBeginning {...beginning} />;
  return <HistoryEdge failed={paging.failed.older} onRetry={() => paging.retry('older')} />;
}

interface CoveringProps {
  pending: boolean;
  /** The reader is away from the newest message. */
  away: boolean;
  missed: number;
  onJump: () => void;
}

/** What lies over the rows: the wait for the place to open at, or the way back to the end. */
function Covering({ pending, away, missed, onJump }: CoveringProps) {
  if (pending) {
    return (
      <div className="absolute inset-0 flex flex-col bg-canvas">
        <TimelineSkeleton />
      </div>
    );
  }
  return away ? <JumpToLatest count={missed} onPress={onJump} /> : null;
}
