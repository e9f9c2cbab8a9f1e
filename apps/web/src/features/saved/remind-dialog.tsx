'use client';

import type { Message } from '@parley/realtime/shapes';
import { SendLaterDialog } from '../composer/send-later-dialog.tsx';
import { useReminding } from './use-reminding.ts';

/** Asks when one wants to be reminded of a message. */
export function RemindDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { timeZone, remind } = useReminding();
  return (
    <SendLaterDialog
      title="Remind me"
      confirmLabel="Remind me"
      timeZone={timeZone}
      at={null}
      onClose={onClose}
      onChoose={(at) => remind(message.id, at)}
    />
  );
}
