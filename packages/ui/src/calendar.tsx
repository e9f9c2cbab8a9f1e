'use client';

import clsx from 'clsx';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { DayPicker } from 'react-day-picker';
import { iconButtonClass } from './icon-button.tsx';

export interface CalendarProps {
  /** Its name for assistive technology. */
  label: string;
  /** The day that is chosen. All days are as `2026-11-18`. */
  value: string;
  today: string;
  /** The first and the last day that may be chosen. */
  first: string;
  last: string;
  /** BCP 47; the browser's own when left out. */
  locale?: string | undefined;
  onChoose: (day: string) => void;
}

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const dateOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
};

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Not every browser knows of weeks. */
interface LocaleWithWeeks extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
}

/** On which day weeks begin where the reader lives; on Monday where the browser does not know. */
function weekStart(locale: string | undefined): Weekday {
  const spoken: LocaleWithWeeks = new Intl.Locale(locale ?? new Intl.DateTimeFormat().resolvedOptions().locale);
  const first = (spoken.getWeekInfo?.().firstDay ?? 1) % 7;
  const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
  return weekdays.find((weekday) => weekday === first) ?? 1;
}

function wordsOf(locale: string | undefined) {
  const inWords = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (date: Date) => format.format(date);
  };
  const day = inWords({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = inWords({ month: 'long', year: 'numeric' });
  const weekday = inWords({ weekday: 'long' });
  return {
    formatters: {
      formatCaption: month,
      formatWeekdayName: inWords({ weekday: 'short' }),
      formatMonthDropdown: inWords({ month: 'long' }),
    },
    labels: { labelDayButton: day, labelGrid: month, labelGridcell: day, labelWeekday: weekday },
  };
}

/** A month at a time; arrow keys move between days, page keys between months. */
export function Calendar({ label, value, today, first, last, locale, onChoose }: CalendarProps) {
  const range = { startMonth: dateOf(first), endMonth: dateOf(last) };
  return (
    <DayPicker
      {...range}
      {...wordsOf(locale)}
      mode="single"
      required
      autoFocus
      aria-label={label}
      captionLayout="dropdown"
      weekStartsOn={weekStart(locale)}
      selected={dateOf(value)}
      defaultMonth={dateOf(value)}
      today={dateOf(today)}
      disabled={{ before: range.startMonth, after: range.endMonth }}
      onSelect={(date: Date) => onChoose(dayOf(date))}
      components={{ Chevron: Arrow }}
      classNames={classNames}
    />
  );
}

function Arrow({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' }) {
  if (orientation === 'left') return <ChevronLeft size={16} aria-hidden="true" />;
  if (orientation === 'right') return <ChevronRight size={16} aria-hidden="true" />;
  return <span hidden />;
}

const arrow = clsx(iconButtonClass({ size: 'md' }), 'aria-disabled:cursor-not-allowed aria-disabled:opacity-40');

const classNames = {
  root: 'relative text-sm',
  nav: 'absolute top-0 right-0 flex gap-0.5',
  button_previous: arrow,
  button_next: arrow,
  month_caption: 'flex h-7 items-center pb-1',
  dropdowns: 'flex gap-1',
  dropdown_root: 'relative rounded-sm hover:bg-ink/6 has-focus-visible:outline-2 has-focus-visible:outline-ring',
  dropdown: 'absolute inset-0 w-full cursor-pointer opacity-0',
  caption_label: 'block px-1.5 py-0.5 font-semibold',
  month_grid: 'w-full border-collapse',
  weekday: 'h-7 text-center font-normal text-ink-3 text-2xs',
  day: 'p-0 text-center',
  day_button:
    'touch-target mx-auto grid size-8.5 place-items-center rounded-md tabular-nums hover:bg-hover disabled:pointer-events-none disabled:text-ink-3 disabled:opacity-50',
  today: '[&>button]:font-semibold [&>button]:text-accent',
  selected: '[&>button]:bg-accent [&>button]:text-accent-ink [&>button]:hover:bg-accent-hover',
  outside: 'opacity-40',
  hidden: 'invisible',
};
