'use client';

import { TextField } from '@parley/ui/text-field';
import { formatTime } from '@parley/ui/time-format';
import { useNow } from '@parley/ui/use-now';
import { useId } from 'react';

/** A time zone by its name, and what time it is there now. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const list = useId();
  const now = useNow(true);
  const clock = now === null ? null : clockIn(value, now);
  return (
    <>
      <TextField
        label="Time zone"
        className="max-w-72"
        value={value}
        list={list}
        required
        onChange={({ target }) => onChange(target.value)}
        hint={clock === null ? undefined : `It is ${clock} there now`}
        error={now !== null && clock === null ? 'There is no such time zone.' : undefined}
      />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** The time of day in a zone; null for one that the browser does not know. */
function clockIn(timeZone: string, now: number): string | null {
  try {
    return timeZone === '' ? null : formatTime(new Date(now), 'time', { timeZone });
  } catch {
    return null;
  }
}
