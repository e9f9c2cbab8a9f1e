import type { NotificationLevel } from './channel-actions.ts';

/** What a reader may ask to hear of a channel. */
export const notificationLevels: readonly {
  readonly value: NotificationLevel;
  readonly label: string;
  readonly hint: string;
}[] = [
  { value: 'ALL', label: 'All messages', hint: 'Every new message.' },
  { value: 'MENTIONS', label: 'Mentions', hint: 'Only what mentions you.' },
  { value: 'NONE', label: 'Nothing', hint: 'Muted, and dimmed in the sidebar.' },
];

/** The level that a control's value names. */
export function levelOf(value: string): NotificationLevel {
  return notificationLevels.find((level) => level.value === value)?.value ?? 'ALL';
}
