'use client';

import type { Message } from '@parley/realtime/shapes';
import { useTimeSettings } from '@parley/ui/time';
import { useHydrated } from '@parley/ui/use-hydrated';
import { memo, type ReactNode } from 'react';
import { lastOwnRow } from '../receipts/last-own-row.ts';
import { dayName, dayOf } from './day.ts';
import { DaySection, NewDivider, RepliesLine } from './day-section.tsx';
import type { Drawn } from './drawn-range.ts';
import { gatheredAt } from './gathered-rows.ts';
import type { RowFocus } from './row-focus.ts';
import type { PlaceRules } from './row-place.ts';
import { TimelineRow } from './timeline-row.tsx';
import type { TimelineScroll } from './timeline-scroll.ts';
import { useToday } from './use-today.ts';

export interface TimelineListProps {
  scroll: TimelineScroll;
  focus: RowFocus;
  drawn: Drawn;
  /** Whose last message says who read it; null where nobody else reads, or where it is not known who did. */
  receiptsOf: string | null;
  /** Shows messages that are folded away. */
  onShow: (messages: readonly Message[]) => void;
}

interface Day {
  day: string;
  begins: boolean;
  quiet: boolean;
  rows: ReactNode[];
}

/** The rows that are drawn, by day, with room above and below for those that are not. */
export const TimelineList = memo(function TimelineList({
  scroll,
  focus,
  drawn,
  receiptsOf,
  onShow,
}: TimelineListProps) {
  const { locale, timeZone } = useTimeSettings();
  const today = useToday(timeZone);
  const { layout } = scroll;
  const days: Day[] = [];
  const own = receiptsOf === null ? undefined : lastOwnRow(drawn.rows, drawn.start, receiptsOf);
  // What a thread hangs on says it in the channel.
  const receiptKey = own && !isParent(own.message, drawn.rules) ? own.key : undefined;
  for (let index = drawn.start; index < drawn.end; index += 1) {
    const row = drawn.rows.at(index);
    if (!row) continue;
    const { newDay, firstUnread, firstReply, continues } = layout.place(index);
    let current = days.at(-1);
    if (newDay || !current) {
      const day = dayOf(Date.parse(row.message.createdAt), timeZone);
      current = { day, begins: newDay, quiet: !newDay && isParent(row.message, drawn.rules), rows: [] };
      days.push(current);
    }
    if (firstReply) current.rows.push(<RepliesLine key="replies" count={repliesTo(drawn, index - 1)} />);
    if (firstUnread) current.rows.push(<NewDivider key="new" />);
    const gathered = gatheredAt(layout, index);
    const props = { row, continues, gathered, last: index === drawn.rows.count - 1, scroll, focus, onShow };
    current.rows.push(<TimelineRow key={row.key} {...props} receipt={row.key === receiptKey} />);
  }
  return (
    <>
      <Room height={layout.top(drawn.start)} />
      {days.map(({ day, begins, quiet, rows }) => (
        <DaySection key={day} day={day} name={dayName(day, { today, locale })} begins={begins} quiet={quiet}>
          {rows}
        </DaySection>
      ))}
      <Room height={layout.total - layout.top(drawn.end)} />
    </>
  );
});

function isParent(message: Message, { thread }: PlaceRules): boolean {
  return message.id === thread?.parentId;
}

function repliesTo({ rows }: Drawn, index: number): number {
  return rows.at(index)?.message.thread?.replyCount ?? 0;
}

/** Set by script, as the page's policy wants it: the server's page does without, for it ends where the reader begins. */
function Room({ height }: { height: number }) {
  return useHydrated() && height > 0 ? <div aria-hidden="true" style={{ height }} /> : null;
}
