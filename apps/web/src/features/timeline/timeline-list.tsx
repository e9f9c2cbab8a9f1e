'use client';

import { useTimeSettings } from '@parley/ui/time';
import { useHydrated } from '@parley/ui/use-hydrated';
import { memo, type ReactNode } from 'react';
import { dayName, dayOf } from './day.ts';
import { DaySection, NewDivider } from './day-section.tsx';
import type { Drawn } from './drawn-range.ts';
import type { RowFocus } from './row-focus.ts';
import { TimelineRow } from './timeline-row.tsx';
import type { TimelineScroll } from './timeline-scroll.ts';
import { useToday } from './use-today.ts';

export interface TimelineListProps {
  scroll: TimelineScroll;
  focus: RowFocus;
  drawn: Drawn;
  moderates: boolean;
}

interface Day {
  day: string;
  begins: boolean;
  rows: ReactNode[];
}

/** The rows that are drawn, by day, with room above and below for those that are not. */
export const TimelineList = memo(function TimelineList({ scroll, focus, drawn, moderates }: TimelineListProps) {
  const { locale, timeZone } = useTimeSettings();
  const today = useToday(timeZone);
  const { layout } = scroll;
  const days: Day[] = [];
  for (let index = drawn.start; index < drawn.end; index += 1) {
    const row = drawn.rows.at(index);
    if (!row) continue;
    const { newDay, firstUnread, continues } = layout.place(index);
    let current = days.at(-1);
    if (newDay || !current) {
      current = { day: dayOf(Date.parse(row.message.createdAt), timeZone), begins: newDay, rows: [] };
      days.push(current);
    }
    if (firstUnread) current.rows.push(<NewDivider key="new" />);
    const own = { row, continues, last: index === drawn.rows.count - 1, moderates, scroll, focus };
    current.rows.push(<TimelineRow key={row.key} {...own} />);
  }
  return (
    <>
      <Room height={layout.top(drawn.start)} />
      {days.map(({ day, begins, rows }) => (
        <DaySection key={day} day={day} name={dayName(day, { today, locale })} begins={begins}>
          {rows}
        </DaySection>
      ))}
      <Room height={layout.total - layout.top(drawn.end)} />
    </>
  );
});

/** Set by script, as the page's policy wants it: the server's page does without, for it ends where the reader begins. */
function Room({ height }: { height: number }) {
  return useHydrated() && height > 0 ? <div aria-hidden="true" style={{ height }} /> : null;
}
