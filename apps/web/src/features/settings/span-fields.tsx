'use client';

import type { HourSpan } from '@parley/api/account/schedule-hours.input';
import { IconButton } from '@parley/ui/icon-button';
import { TextField } from '@parley/ui/text-field';
import clsx from 'clsx';
import X from 'lucide-react/icons/x';

export interface SpanFieldsProps {
  /** What these hours are called among the others. */
  readonly name: string;
  readonly span: HourSpan;
  readonly onChange: (span: HourSpan) => void;
  readonly onRemove: (() => void) | undefined;
}

/** In the order of the week, 1 for Monday. */
const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, index) => ({
  name,
  short: name.slice(0, 2),
  day: index + 1,
}));
const groups = [
  { label: 'Weekdays', days: [1, 2, 3, 4, 5] },
  { label: 'Weekend', days: [6, 7] },
  { label: 'Every day', days: [1, 2, 3, 4, 5, 6, 7] },
];

/** On which days, from when to when. A span that ends before it begins goes on into the next day, and says so. */
export function SpanFields({ name, span, onChange, onRemove }: SpanFieldsProps) {
  const { days, from, to } = span;
  const toggle = (day: number): void => {
    const chosen = days.includes(day) ? days.filter((other) => other !== day) : [...days, day];
    onChange({ ...span, days: chosen.toSorted((one, other) => one - other) });
  };
  const overnight = from !== '' && to !== '' && to <= from && to !== '00:00';
  return (
    <li>
      <fieldset aria-label={name} className="flex flex-col gap-2 rounded-md border border-line bg-raised p-3">
        <div className="flex flex-wrap items-center gap-1">
          {week.map(({ name: label, short, day }) => (
            <Toggle key={day} label={label} pressed={days.includes(day)} onPress={() => toggle(day)}>
              {short}
            </Toggle>
          ))}
          {onRemove ? (
            <IconButton label={`Remove ${name.toLowerCase()}`} className="ml-auto" onClick={onRemove}>
              <X size={16} />
            </IconButton>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
          {groups.map(({ label, days: group }) => (
            <button
              key={label}
              type="button"
              className="touch-row rounded-xs text-accent underline-offset-2 hover:underline"
              onClick={() => onChange({ ...span, days: group })}
            >
              {label}
            </button>
          ))}
        </div>
        <div className="grid max-w-72 grid-cols-2 gap-3">
          <TextField
            type="time"
            label="From"
            value={from}
            onChange={({ target }) => onChange({ ...span, from: target.value })}
          />
          <TextField
            type="time"
            label="To"
            value={to}
            hint={overnight ? 'On the next day' : undefined}
            onChange={({ target }) => onChange({ ...span, to: target.value })}
          />
        </div>
      </fieldset>
    </li>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function Toggle({ label, pressed, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
      className={clsx(
        'touch-target grid h-8 w-9 place-items-center rounded-md border text-sm transition-colors',
        pressed
          ? 'border-accent bg-accent-soft font-semibold text-ink'
          : 'border-line-strong text-ink-2 hover:bg-ink/5',
      )}
    >
      {children}
    </button>
  );
}
