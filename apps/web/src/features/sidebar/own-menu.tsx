'use client';

import { Menu } from '@parley/ui/menu';
import { MenuGroup, MenuItem, MenuSeparator } from '@parley/ui/menu-item';
import { Submenu } from '@parley/ui/submenu';
import { useNow } from '@parley/ui/use-now';
import Bell from 'lucide-react/icons/bell';
import BellOff from 'lucide-react/icons/bell-off';
import Clock from 'lucide-react/icons/clock';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Settings from 'lucide-react/icons/settings';
import Smile from 'lucide-react/icons/smile';
import { useSession } from '../../sync/session.tsx';
import { endWords, muteSpans, spanEnd } from '../channels/mute-spans.ts';
import { useDirectActions } from '../direct/use-direct-actions.ts';
import { quietNow } from '../notifications/quiet-now.ts';
import { useNotificationSettings } from '../notifications/use-notification-settings.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';
import type { OnDemandProps } from '../shell/on-demand.tsx';

/** What concerns the viewer alone: status, a pause of notifications, notes, settings. */
export function OwnMenu({ trigger }: OnDemandProps) {
  const { me } = useSession();
  const open = useOpenDialog();
  const { open: openDirect } = useDirectActions();
  return (
    <Menu trigger={trigger} defaultOpen side="top" className="w-60">
      <MenuItem icon={<Smile size={16} />} onSelect={() => open('status')}>
        Set a status
      </MenuItem>
      <PauseItems />
      <MenuItem icon={<NotebookPen size={16} />} onSelect={() => void openDirect([me.id]).catch(() => undefined)}>
        Your notes
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Settings size={16} />} onSelect={() => open('settings')}>
        Settings
      </MenuItem>
    </Menu>
  );
}

function PauseItems() {
  const open = useOpenDialog();
  const { settings, save } = useNotificationSettings();
  const until = settings?.dndUntil ?? null;
  const now = useNow(true);
  if (until !== null && now !== null && Date.parse(until) > now) {
    return (
      <MenuGroup label={`Paused until ${endWords(until, now)}`}>
        <MenuItem icon={<Bell size={16} />} onSelect={() => save.mutate({ dndUntil: null })}>
          Resume notifications
        </MenuItem>
      </MenuGroup>
    );
  }
  return (
    <>
      {quietNow(settings, now) === 'HOURS' ? (
        <MenuGroup label="Outside your notification hours">
          <MenuItem icon={<Clock size={16} />} onSelect={() => open('notificationSettings')}>
            Change your hours
          </MenuItem>
        </MenuGroup>
      ) : null}
      <PauseSubmenu onPause={(dndUntil) => save.mutate({ dndUntil })} />
    </>
  );
}

function PauseSubmenu({ onPause }: { onPause: (until: string) => void }) {
  return (
    <Submenu label="Pause notifications" icon={<BellOff size={16} />}>
      {muteSpans.map(({ span, label }) => (
        <MenuItem key={span} onSelect={() => onPause(spanEnd(span, new Date()))}>
          {label}
        </MenuItem>
      ))}
    </Submenu>
  );
}
