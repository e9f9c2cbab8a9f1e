'use client';

import type { Message } from '@parley/realtime/shapes';
import { MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import Bell from 'lucide-react/icons/bell';
import Bookmark from 'lucide-react/icons/bookmark';
import { useState } from 'react';
import { reminderTimes } from '../saved/reminder-times.ts';
import { useIsSaved } from '../saved/saved-ids.ts';
import { useReminding } from '../saved/use-reminding.ts';
import { useMessageActions } from './message-actions.tsx';

/** What brings the viewer back to a message. */
export function SaveItems({ message }: { message: Message }) {
  const actions = useMessageActions();
  const saved = useIsSaved(message.id);
  const { timeZone, remindOrSay } = useReminding();
  const [now] = useState(() => Date.now());
  return (
    <>
      <MenuItem
        icon={<Bookmark size={16} fill={saved ? 'currentColor' : 'none'} />}
        keys="s"
        onSelect={() => actions.toggleSaved(message)}
      >
        {saved ? 'Remove from Saved' : 'Save for later'}
      </MenuItem>
      <Submenu label="Remind me" icon={<Bell size={16} />}>
        {reminderTimes(now, timeZone).map(({ label, at }) => (
          <MenuItem key={label} onSelect={() => remindOrSay(message.id, at)}>
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => actions.chooseReminder(message)}>Choose a time…</MenuItem>
      </Submenu>
    </>
  );
}
