'use client';

import { showToast } from '@parley/ui/toast-store';
import { useHydrated } from '@parley/ui/use-hydrated';
import { useCallback, useEffectEvent, useLayoutEffect, useState } from 'react';
import { type ChannelLog, liveSpan, messageAt, spanAt } from '../../sync/channel-log.ts';
import { indexOfSeq, sliceOf } from '../../sync/seq-list.ts';
import { useSync } from '../../sync/sync-provider.tsx';
import type { RowFocus } from './row-focus.ts';
import { guessHeight } from './row-layout.ts';
import { savedPosition } from './saved-positions.ts';
import { keyOfMessage } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';
import { useMessageElsewhere } from './use-message-elsewhere.ts';

/** How far the reader has come in a conversation. */
export interface Standing {
  readonly lastReadSeq: number;
  readonly unread: number;
}

export interface Opening {
  /** The conversation's `talkKey`. */
  talk: string;
  /** Null for a reader without a place in it. */
  standing: Standing | null;
  log: ChannelLog;
  /** A message to go to. */
  messageId: string | undefined;
  scroll: TimelineScroll;
  focus: RowFocus;
}

export interface OpenedView {
  /** A number in the span that is shown; null shows the live one. */
  viewSeq: number | null;
  /** The place to open at is still being loaded. */
  pending: boolean;
  showLive(): void;
  /** Brings the reader to a message, by its id, which is marked; or to the first one since a moment (ISO). */
  show(target: string): void;
}

/** The divider is put this far down the view, with what was read before above it. */
const DIVIDER_AT = 0.3;
const MARKED_FOR = 2_000;
const nowhere: Standing = { lastReadSeq: 0, unread: 0 };
/** What is no higher than this is in view at the end, with something above it, on any screen; in px. */
const SHORT = 250;
/** The first message of a day stands this far below the view's upper edge, under the day's name, in px. */
const UNDER_DAY = 44;

/** Decides where a conversation opens: at a message, where it was left with something unread, at the divider, or at its end. */
export function useOpening({ talk, standing, log, messageId, scroll, focus }: Opening): OpenedView {
  const { logs } = useSync();
  const findElsewhere = useMessageElsewhere();
  const [viewSeq, setViewSeq] = useState<number | null>(null);
  const hydrated = useHydrated();
  const [pending, setPending] = useState(() => messageId !== undefined || hidesFirst(standing, log, hydrated));

  const open = useEffectEvent(async (): Promise<void> => {
    const { unread, lastReadSeq } = standing ?? nowhere;
    const saved = savedPosition(talk);
    if (unread === 0) return;
    if (saved && spanAt(log, saved.seq)) {
      setViewSeq(saved.seq);
      scroll.go({ to: 'offset', ...saved });
      return;
    }
    if (!spanAt(log, lastReadSeq + 1)) await logs.loadAround(talk, lastReadSeq + 1);
    setViewSeq(lastReadSeq + 1);
    scroll.go({ to: 'row', seq: lastReadSeq + 1, at: DIVIDER_AT });
  });
  const goToTarget = useCallback(
    async (target: string): Promise<void> => {
      const seq = await logs.loadAround(talk, target).catch(() => null);
      if (seq === null) return isMoment(target) ? sayNotReached() : findElsewhere(talk, target);
      setViewSeq(seq);
      if (isMoment(target)) {
        scroll.go({ to: 'offset', seq, top: UNDER_DAY });
        return;
      }
      scroll.go({ to: 'row', seq, at: 'middle' });
      const known = logs.read(talk);
      const message = known && messageAt(known, seq);
      if (message) markFor(focus, keyOfMessage(message));
    },
    [talk, logs, scroll, focus, findElsewhere],
  );
  const goToMessage = useEffectEvent(goToTarget);
  // Before painting: what is at hand is shown in its place from the first.
  useLayoutEffect(() => {
    let wanted = true;
    const arrived = messageId === undefined ? open() : goToMessage(messageId);
    void arrived.catch(() => undefined).finally(() => wanted && setPending(false));
    return () => {
      wanted = false;
    };
  }, [messageId]);

  const showLive = useCallback(() => {
    setViewSeq(null);
    setPending(false);
    scroll.go({ to: 'end' });
  }, [scroll]);
  const show = useCallback((target: string) => void goToTarget(target), [goToTarget]);
  return { viewSeq, pending, showLive, show };
}

/**
 * Whether what comes first is not what the reader is to see: the first unread message is still to be loaded, or it is
 * known but a page that came as HTML cannot go to it before it runs.
 */
function hidesFirst(standing: Standing | null, log: ChannelLog, hydrated: boolean): boolean {
  const { unread, lastReadSeq } = standing ?? nowhere;
  if (unread === 0) return false;
  if (!spanAt(log, lastReadSeq + 1)) return true;
  return !hydrated && !isAtEnd(log, lastReadSeq + 1);
}

/** Whether all from `seq` on is so little that it is in view at the end. */
function isAtEnd(log: ChannelLog, seq: number): boolean {
  const { items } = liveSpan(log);
  const unread = sliceOf(items, indexOfSeq(items, seq), items.length);
  return unread.reduce((height, message) => height + guessHeight(message, false), 0) < SHORT;
}

function isMoment(target: string): boolean {
  return target.includes('T');
}

function sayNotReached(): void {
  showToast({ text: 'Couldn’t go to that day. Try again.', tone: 'danger' });
}

function markFor(focus: RowFocus, key: string): void {
  focus.set({ marked: key });
  setTimeout(() => focus.state.marked === key && focus.set({ marked: null }), MARKED_FOR);
}
