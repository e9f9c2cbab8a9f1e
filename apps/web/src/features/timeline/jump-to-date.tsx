'use client';

import { Button } from '@parley/ui/button';
import { Calendar } from '@parley/ui/calendar';
import { Popover } from '@parley/ui/popover';
import { useTimeSettings } from '@parley/ui/time';
import { type ReactElement, useState } from 'react';
import { dayOf, dayStart } from './day.ts';
import type { Jump } from './day-name.tsx';
import { useToday } from './use-today.ts';

export interface JumpToDateProps {
  /** The day that is in view, as `2026-11-18`. */
  readonly day: string;
  readonly jump: Jump;
  readonly trigger: ReactElement;
}

const DAY = 24 * 60 * 60_000;

/** A calendar of the conversation's days. Choosing one goes to its first message, or the next one after it. */
export function JumpToDate({ day, jump, trigger }: JumpToDateProps) {
  const { locale, timeZone } = useTimeSettings();
  const [open, setOpen] = useState(true);
  const today = useToday(timeZone);
  const first = jump.from === undefined ? today : dayOf(Date.parse(jump.from), timeZone);
  const goTo = (to: string): void => {
    setOpen(false);
    jump.show(new Date(dayStart(to, timeZone)).toISOString());
  };
  const ago = (days: number): string => {
    const then = dayOf(dayStart(today, timeZone) + DAY / 2 - days * DAY, timeZone);
    return then < first ? first : then;
  };
  const latest = (): void => {
    setOpen(false);
    jump.showLatest();
  };
  return (
    <Popover
      trigger={trigger}
      label="Jump to a date"
      align="center"
      open={open}
      onOpenChange={setOpen}
      className="w-74 p-3"
    >
      <div className="flex flex-wrap gap-1.5 pb-2">
        <Button size="sm" onClick={latest}>
          Latest
        </Button>
        <Button size="sm" onClick={() => goTo(ago(7))}>
          Last week
        </Button>
        <Button size="sm" onClick={() => goTo(first)}>
          Beginning
        </Button>
      </div>
      <Calendar label="Days" value={day} today={today} first={first} last={today} locale={locale} onChoose={goTo} />
    </Popover>
  );
}
