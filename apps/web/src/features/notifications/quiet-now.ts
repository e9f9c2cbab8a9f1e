import { isWithinSchedule } from '@parley/api/notification/notification.policy';
import type { NotificationSettings } from './use-notification-settings.ts';

/** Why the viewer is told of nothing at a moment (ms): a pause, or the hours of their week. Null when they are told. */
export function quietNow(settings: NotificationSettings | undefined, now: number | null): 'PAUSE' | 'HOURS' | null {
  if (!settings || now === null) return null;
  const { dndUntil, schedule } = settings;
  if (dndUntil !== null && Date.parse(dndUntil) > now) return 'PAUSE';
  return schedule !== null && !isWithinSchedule(schedule, new Date(now)) ? 'HOURS' : null;
}
