'use client';

import { useTimeSettings } from '@parley/ui/time';
import { useMemo } from 'react';
import { type ChannelLog, LIVE, liveSpan, type Span, spanAt } from '../../sync/channel-log.ts';
import type { StoredSend } from '../../sync/device-database.ts';
import { useSession } from '../../sync/session.tsx';
import type { Drawn } from './drawn-range.ts';
import type { PlaceRules } from './row-place.ts';
import { timelineRows } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';
import type { NewDivider } from './use-new-divider.ts';
import { useToday } from './use-today.ts';

export interface DrawnRowsOptions {
  log: ChannelLog;
  waiting: readonly StoredSend[];
  /** A number in the span that is shown; null shows the live one. */
  viewSeq: number | null;
  divider: NewDivider;
  /** The message that a thread hangs on; null in a channel's timeline. */
  parentId: string | null;
  isFolded: PlaceRules['isFolded'];
  scroll: TimelineScroll;
}

export interface DrawnRows {
  span: Span;
  /** The rows reach to the newest message. */
  live: boolean;
  drawn: Drawn;
}

const none: readonly StoredSend[] = [];

/** The rows of the piece of history that is shown, and which of them are drawn. */
export function useDrawnRows(options: DrawnRowsOptions): DrawnRows {
  const { log, waiting, viewSeq, divider, parentId, isFolded, scroll } = options;
  const { me } = useSession();
  const { timeZone } = useTimeSettings();
  const span = (viewSeq === null ? undefined : spanAt(log, viewSeq)) ?? liveSpan(log);
  const live = span.through === LIVE;
  const rows = useMemo(() => timelineRows(span, live ? waiting : none, me), [span, live, waiting, me]);
  const dividerSeq = divider.seqIn(rows);
  const today = useToday(timeZone);
  const rules = useMemo(() => {
    const thread = parentId === null ? undefined : { parentId, today };
    return { timeZone, dividerSeq, thread, isFolded, follows: live };
  }, [timeZone, dividerSeq, parentId, today, isFolded, live]);
  return { span, live, drawn: scroll.update(rows, rules) };
}
