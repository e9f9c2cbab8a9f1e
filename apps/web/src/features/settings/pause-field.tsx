'use client';

import { Button } from '@parley/ui/button';
import { Select } from '@parley/ui/select';
import { useNow } from '@parley/ui/use-now';
import BellOff from 'lucide-react/icons/bell-off';
import { endWords, type MuteSpan, muteSpans, spanEnd } from '../channels/mute-spans.ts';
import { useNotificationSettings } from '../notifications/use-notification-settings.ts';

const options = muteSpans.map(({ span, label }) => ({ value: span, label }));

/** Pauses all notifications for a while. */
export function PauseField({ dndUntil }: { dndUntil: string | null }) {
  const { save } = useNotificationSettings();
  const now = useNow(true);
  const pause = (span: MuteSpan): void => save.mutate({ dndUntil: spanEnd(span, new Date()) });
  if (dndUntil !== null && now !== null && Date.parse(dndUntil) > now) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-code px-3 py-2.5">
        <p className="flex items-center gap-2 text-sm">
          <BellOff size={16} aria-hidden="true" className="text-ink-3" />
          Notifications are paused until {endWords(dndUntil, now)}
        </p>
        <Button pending={save.isPending} onClick={() => save.mutate({ dndUntil: null })}>
          Resume
        </Button>
      </div>
    );
  }
  return (
    <Select
      label="Pause all notifications"
      hint="Messages still arrive. Nothing calls you."
      options={options}
      value={null}
      placeholder="Not paused"
      onValueChange={pause}
    />
  );
}
