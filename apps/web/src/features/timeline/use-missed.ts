'use client';

import { useState } from 'react';
import type { TimelineRows } from './timeline-rows.ts';
import type { ScrollState } from './timeline-scroll.ts';

/** More than this many are not counted one by one. */
const MOST = 1_000;

export interface Missed {
  rows: TimelineRows;
  state: ScrollState;
  live: boolean;
  viewerId: string;
}

/** How many messages of others came since the reader left the end. */
export function useMissed({ rows, state, live, viewerId }: Missed): number {
  const newest = rows.at(rows.confirmed - 1)?.message.seq ?? 0;
  const atEnd = state.stuck && live;
  const [seen, setSeen] = useState({ atEnd, seq: newest });
  const now = atEnd ? { atEnd, seq: newest } : { atEnd, seq: seen.seq };
  if (now.atEnd !== seen.atEnd || now.seq !== seen.seq) setSeen(now);
  return atEnd || !live ? 0 : countOthers(rows, now.seq, viewerId);
}

/** How many of the newest messages, behind the one numbered `seq`, are by others. */
function countOthers(rows: TimelineRows, seq: number, viewerId: string): number {
  let count = 0;
  for (let index = rows.confirmed - 1; index >= 0 && count < MOST; index -= 1) {
    const message = rows.at(index)?.message;
    if (!message || message.seq <= seq) break;
    if (message.author.id !== viewerId) count += 1;
  }
  return count;
}
