'use client';

import { useTimeSettings } from '@parley/ui/time';
import type { ReactNode } from 'react';
import { dayName, dayOf } from './day.ts';
import { DaySection, NewDivider } from './day-section.tsx';
import type { RowFocus } from './row-focus.ts';
import type { RowRange } from './row-layout.ts';
import { TimelineRow } from './timeline-row.tsx';
import type { TimelineScroll } from './timeline-scroll.ts';
import { useToday } from './use-today.ts';

export interface TimelineListProps {
  scroll: TimelineScroll;
  focus: RowFocus;
  range: RowRange;
  moderates: boolean;
}

interface Day {
  day: string;
  begins: boolean;
  rows: ReactNode[];
}

/** The rows of a range, by day, with room above and below for those that are not drawn. */
export function TimelineList({ scroll, focus, range, moderates }: TimelineListProps) {
  const { locale, timeZone } = useTimeSettings();
  const today = useToday(timeZone);
  const { layout } = scroll;
  const days: Day[] = [];
  for (let index = range.start; index < range.end; index += 1) {
    const row = layout.rows.at(index);
    if (!row) continue;
    const { newDay, firstUnread, continues } = layout.place(index);
    let current = days.at(-1);
    if (newDay || !current) {
      current = { day: dayOf(Date.parse(row.message.createdAt), timeZone), begins: newDay, rows: [] };
      days.push(current);
    }
    if (firstUnread) current.rows.push(<NewDivider key="new" />);
    const own = { row, continues, last: index === layout.rows.count - 1, moderates, scroll, focus };
    current.rows.push(<TimelineRow key={row.key} {...own} />);
  }
  return (
    <>
      <Room height={layout.top(range.start)} />
      {days.map(({ day, begins, rows }) => (
        <DaySection key={day} name={dayName(day, { today, locale })} begins={begins}>
          {rows}
        </DaySection>
      ))}
      <Room height={layout.total - layout.top(range.end)} />
    </>
  );
}

function Room({ height }: { height: number }) {
  return height > 0 ? <div aria-hidden="true" style={{ height }} /> : null;
}
