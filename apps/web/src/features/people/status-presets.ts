const MINUTE = 60_000;

/** For how long a status stands. */
export type StatusLasting = 'NEVER' | 'HALF' | 'HOUR' | 'FOUR' | 'TODAY' | 'WEEK';

export const lastings: readonly { readonly value: StatusLasting; readonly label: string }[] = [
  { value: 'NEVER', label: 'Until I change it' },
  { value: 'HALF', label: '30 minutes' },
  { value: 'HOUR', label: 'An hour' },
  { value: 'FOUR', label: '4 hours' },
  { value: 'TODAY', label: 'Today' },
  { value: 'WEEK', label: 'This week' },
];

export const presets: readonly { readonly emoji: string; readonly text: string; readonly lasting: StatusLasting }[] = [
  { emoji: '\u{1F4C5}', text: 'In a meeting', lasting: 'HOUR' },
  { emoji: '\u{1F3A7}', text: 'Focusing', lasting: 'FOUR' },
  { emoji: '\u{1F68C}', text: 'On my way', lasting: 'HALF' },
  { emoji: '\u{1F912}', text: 'Out sick', lasting: 'TODAY' },
  { emoji: '\u{1F334}', text: 'On holiday', lasting: 'WEEK' },
];

/** When a status that is set now is over; null for never. Days and weeks end at midnight by the person's own clock. */
export function endOf(lasting: StatusLasting, now: Date): string | null {
  const after = (minutes: number): string => new Date(now.getTime() + minutes * MINUTE).toISOString();
  const midnight = (days: number): string =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
  switch (lasting) {
    case 'NEVER':
      return null;
    case 'HALF':
      return after(30);
    case 'HOUR':
      return after(60);
    case 'FOUR':
      return after(240);
    case 'TODAY':
      return midnight(1);
    case 'WEEK':
      return midnight((8 - now.getDay()) % 7 || 7);
  }
}
