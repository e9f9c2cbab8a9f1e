'use client';

import type { Message } from '@parley/realtime/shapes';
import { useEffect, useRef, useState } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import type { PlaceRules } from './row-place.ts';
import { spokenText } from './spoken-text.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** What was said stays this long: a reader that is slow still gets to it. In milliseconds. */
const KEPT = 20_000;
const MOST = 60;

interface Said {
  id: string;
  text: string;
  at: number;
}

export interface AnnouncerProps {
  rows: TimelineRows;
  viewerId: string;
  /** The rows reach to the newest message: what comes behind them has just arrived. */
  live: boolean;
  isFolded: PlaceRules['isFolded'];
}

/** Says aloud each message that arrives: author, then text, then what hangs on it. Never history, never one's own, nor what is folded away. */
export function Announcer({ rows, viewerId, live, isFolded }: AnnouncerProps) {
  const { people } = useSync();
  const heardUpTo = useRef<number | null>(null);
  const [said, setSaid] = useState<readonly Said[]>([]);
  useEffect(() => {
    if (!live) return;
    const newest = rows.at(rows.confirmed - 1)?.message.seq ?? 0;
    const last = heardUpTo.current;
    heardUpTo.current = Math.max(newest, last ?? 0);
    if (last === null || newest <= last) return;
    const now = Date.now();
    const name = (id: string) => people.get(id)?.displayName ?? 'someone';
    const fresh = arrivals(rows, last)
      .filter((message) => message.author.id !== viewerId && !message.deletedAt && !isFolded?.(message))
      .map((message) => ({ id: message.id, text: spokenText(message, name), at: now }));
    setSaid((before) => [...before.filter((one) => now - one.at < KEPT), ...fresh].slice(-MOST));
  }, [rows, live, viewerId, people, isFolded]);
  return (
    <div className="sr-only" aria-live="polite" aria-relevant="additions" data-announcer="">
      {said.map((one) => (
        <p key={one.id}>{one.text}</p>
      ))}
    </div>
  );
}

function arrivals(rows: TimelineRows, after: number): Message[] {
  const messages: Message[] = [];
  for (let index = rows.confirmed - 1; index >= 0 && messages.length < MOST; index -= 1) {
    const message = rows.at(index)?.message;
    if (!message || message.seq <= after) break;
    messages.unshift(message);
  }
  return messages;
}
