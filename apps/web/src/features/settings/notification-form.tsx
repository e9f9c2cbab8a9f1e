'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Skeleton } from '@parley/ui/skeleton';
import { Switch } from '@parley/ui/switch';
import { turnNotifications, useDeviceNotifications } from '../notifications/device-notifications.ts';
import { useNotificationSettings } from '../notifications/use-notification-settings.ts';
import { KeywordForm } from './keyword-form.tsx';
import { PauseField } from './pause-field.tsx';
import { ScheduleForm } from './schedule-form.tsx';

const hints = {
  unsupported: 'This browser can’t show notifications.',
  denied: 'This browser was told not to. Allow them for this site in its settings.',
  unasked: 'While Parley is open in a tab. Your browser asks you once.',
  off: 'While Parley is open in a tab.',
  on: 'While Parley is open in a tab.',
} as const;

/** What one is told of, where and when. What is said of a channel alone stands in the channel's own menu. */
export function NotificationForm() {
  const device = useDeviceNotifications();
  const { settings, failed, retry } = useNotificationSettings();
  return (
    <div className="flex flex-col gap-6 pt-4">
      <Switch
        label="Show notifications on this device"
        hint={hints[device]}
        checked={device === 'on'}
        disabled={device === 'unsupported' || device === 'denied'}
        onCheckedChange={(on) => void turnNotifications(on)}
      />
      {failed ? (
        <Banner tone="danger" action={<Button onClick={retry}>Retry</Button>}>
          Couldn’t load your settings.
        </Banner>
      ) : null}
      {settings ? (
        <>
          <PauseField dndUntil={settings.dndUntil} />
          <ScheduleForm key={JSON.stringify(settings.schedule)} schedule={settings.schedule} />
          <KeywordForm key={settings.keywords.join('\n')} keywords={settings.keywords} />
        </>
      ) : null}
      {settings || failed ? null : <Skeleton className="h-64" />}
    </div>
  );
}
