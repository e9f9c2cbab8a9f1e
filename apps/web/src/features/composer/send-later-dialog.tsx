'use client';

import { Button } from '@parley/ui/button';
import { Dialog } from '@parley/ui/dialog';
import { TextField } from '@parley/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sayWhy } from '../channels/channel-actions.ts';
import { cityOf } from '../reader-time/city-of.ts';
import { fieldValue, momentOf, nextMornings, wallTimeAt, wallTimeOf } from './schedule-times.ts';

export interface SendLaterDialogProps {
  readonly title: string;
  readonly confirmLabel?: string;
  /** Whose clocks are meant. */
  readonly timeZone: string;
  /** What is chosen at first, in ms; null for tomorrow morning. */
  readonly at: number | null;
  readonly onClose: () => void;
  /** Rejects when it could not be kept. */
  readonly onChoose: (at: number) => Promise<void>;
}

/** Asks for a day and a time. */
export function SendLaterDialog(props: SendLaterDialogProps) {
  const { title, confirmLabel = 'Send then', timeZone, at, onClose, onChoose } = props;
  const [now] = useState(() => Date.now());
  const [value, setValue] = useState(() => {
    const first = at ?? nextMornings(now, timeZone)[0]?.at ?? now;
    return fieldValue(wallTimeAt(first, timeZone));
  });
  const wall = wallTimeOf(value);
  const moment = wall && momentOf(wall, timeZone);
  const choose = useMutation({ mutationFn: onChoose, onSuccess: onClose });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={title}
      description={`Day and time in ${cityOf(timeZone)}.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={choose.isPending}
            disabled={moment === null || moment <= now}
            onClick={() => moment !== null && choose.mutate(moment)}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <TextField
        label="Day and time"
        type="datetime-local"
        value={value}
        min={fieldValue(wallTimeAt(now, timeZone))}
        error={errorOf({ moment, now, failure: choose.error })}
        onChange={(event) => setValue(event.target.value)}
      />
    </Dialog>
  );
}

function errorOf({ moment, now, failure }: { moment: number | null; now: number; failure: Error | null }) {
  if (failure) return `Couldn’t keep that. ${sayWhy(failure)}`;
  return moment !== null && moment <= now ? 'This time has passed. Choose a later one.' : undefined;
}
