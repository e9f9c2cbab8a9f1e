import { nextMornings } from '../composer/schedule-times.ts';

/** A time that is offered to be reminded at, in ms. */
export interface ReminderTime {
  readonly label: string;
  readonly at: number;
}

const MINUTE = 60_000;

/** The times that are offered at a moment (ms), by the clocks of a time zone. */
export function reminderTimes(now: number, timeZone: string): ReminderTime[] {
  return [
    { label: 'In 20 minutes', at: now + 20 * MINUTE },
    { label: 'In 1 hour', at: now + 60 * MINUTE },
    { label: 'In 3 hours', at: now + 180 * MINUTE },
    ...nextMornings(now, timeZone),
  ];
}
