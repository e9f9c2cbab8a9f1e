'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { TimelineRows } from './timeline-rows.ts';
import type { Standing } from './use-opening.ts';

/** This far behind the last read message the first unread one is looked for. */
const SEARCHED = 300;

export interface NewDivider {
  /** The number of the first unread message; null without a divider. */
  seqIn(rows: TimelineRows): number | null;
  /** Puts the divider behind the message numbered `readSeq`. */
  place(readSeq: number): void;
  clear(): void;
}

/** Whether anybody looks at the page. */
export function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/**
 * Where the divider stands: above what was unread when the conversation was opened, and there it stays. When all was read and
 * the window was left, it moves to what came meanwhile.
 */
export function useNewDivider(standing: Standing | null, viewerId: string): NewDivider {
  const unread = standing?.unread ?? 0;
  const lastReadSeq = standing?.lastReadSeq ?? 0;
  const [readSeq, setReadSeq] = useState<number | null>(unread > 0 ? lastReadSeq : null);
  const isUnread = unread > 0;
  useEffect(() => {
    if (isUnread && !isLookedAt()) setReadSeq((before) => Math.max(before ?? 0, lastReadSeq));
  }, [isUnread, lastReadSeq]);
  const seqIn = useCallback(
    (rows: TimelineRows) => (readSeq === null ? null : firstUnread(rows, readSeq, viewerId)),
    [readSeq, viewerId],
  );
  return useMemo(() => ({ seqIn, place: setReadSeq, clear: () => setReadSeq(null) }), [seqIn]);
}

/** The first message of somebody else behind `readSeq`; null when the rows begin later or have none. */
function firstUnread(rows: TimelineRows, readSeq: number, viewerId: string): number | null {
  let low = 0;
  let high = rows.confirmed;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows.at(middle)?.message.seq ?? 0) <= readSeq) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < Math.min(rows.confirmed, low + SEARCHED); index += 1) {
    const message = rows.at(index)?.message;
    if (message && message.author.id !== viewerId && !message.deletedAt && message.kind === 'USER') return message.seq;
  }
  return null;
}
