import { hourDigits } from '@parley/ui/time-format';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Stands for "until it is turned on again": no clock goes that far. */
export const FOREVER = '9999-12-31T00:00:00.000Z';

/** For how long a reader may want to hear nothing. */
export type MuteSpan = 'HALF' | 'HOUR' | 'EIGHT' | 'TOMORROW' | 'WEEK';

export const muteSpans: readonly { readonly span: MuteSpan; readonly label: string }[] = [
  { span: 'HALF', label: 'For 30 minutes' },
  { span: 'HOUR', label: 'For an hour' },
  { span: 'EIGHT', label: 'For 8 hours' },
  { span: 'TOMORROW', label: 'Until tomorrow morning' },
  { span: 'WEEK', label: 'Until next Monday' },
];

/** When a span that begins at `now` is over, in the reader's own time zone. Mornings begin at nine. */
export function spanEnd(span: MuteSpan, now: Date): string {
  const morning = (days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
  switch (span) {
    case 'HALF':
      return new Date(now.getTime() + 30 * MINUTE).toISOString();
    case 'HOUR':
      return new Date(now.getTime() + HOUR).toISOString();
    case 'EIGHT':
      return new Date(now.getTime() + 8 * HOUR).toISOString();
    case 'TOMORROW':
      return morning(1).toISOString();
    case 'WEEK':
      return morning((8 - now.getDay()) % 7 || 7).toISOString();
  }
}

/** "Muted until 14:30", or null for what is not muted at `now`, in milliseconds. */
export function mutedWords(mutedUntil: string | null, now: number): string | null {
  if (mutedUntil === null || Date.parse(mutedUntil) <= now) return null;
  return mutedUntil >= FOREVER ? 'Muted' : `Muted until ${endWords(mutedUntil, now)}`;
}

/** A moment to come: its time of day, with the day where that is not today. */
export function endWords(end: string, now: number): string {
  const at = new Date(end);
  const today = at.toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(undefined, { hour: hourDigits(undefined), minute: '2-digit', ...day }).format(at);
}
