'use client';

import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import type { TimelineScroll } from './timeline-scroll.ts';
import { isLookedAt } from './use-new-divider.ts';
import type { Standing } from './use-opening.ts';

export interface ReadMarking {
  /** The conversation's `talkKey`. */
  talk: string;
  /** Null for a reader without a place in it. */
  standing: Standing | null;
  scroll: TimelineScroll;
  /** The rows reach to the newest message. */
  live: boolean;
}

/** Marks a conversation read when its newest message is in view in a window that somebody looks at. Answers the check. */
export function useReadMarking({ talk, standing, scroll, live }: ReadMarking): () => void {
  const { reading, attention } = useSync();
  const readSeq = standing?.lastReadSeq;
  const check = useCallback(() => {
    const { rows } = scroll.layout;
    const newest = rows.at(rows.confirmed - 1)?.message.seq;
    if (!live || readSeq === undefined || newest === undefined || newest <= readSeq) return;
    if (isLookedAt() && scroll.shows(rows.confirmed - 1)) reading.markRead(talk, newest);
  }, [reading, talk, readSeq, scroll, live]);
  const stood = useRef({ talk, readSeq });
  useEffect(() => {
    const before = stood.current;
    stood.current = { talk, readSeq };
    // The server moves a place back for a mark as unread alone, which another device may have made: it is kept unread here too.
    if (before.talk === talk && (readSeq ?? 0) < (before.readSeq ?? 0)) reading.hold(talk);
  }, [reading, talk, readSeq]);
  useEffect(() => {
    check();
    window.addEventListener('focus', check);
    document.addEventListener('visibilitychange', check);
    return () => {
      window.removeEventListener('focus', check);
      document.removeEventListener('visibilitychange', check);
    };
  }, [check]);
  const atEnd = useEffectEvent(() => live && scroll.shows(scroll.layout.rows.confirmed - 1));
  useEffect(() => attention.show(talk, () => isLookedAt() && atEnd()), [attention, talk]);
  useEffect(() => () => reading.release(talk), [reading, talk]);
  return check;
}
