'use client';

import { Avatar } from '@parley/ui/avatar';
import { useNow } from '@parley/ui/use-now';
import BellOff from 'lucide-react/icons/bell-off';
import { useSession } from '../../sync/session.tsx';
import { useConnection } from '../../sync/use-connection.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { liveStatus } from '../direct/status-mark.tsx';
import { quietNow } from '../notifications/quiet-now.ts';
import { useNotificationSettings } from '../notifications/use-notification-settings.ts';
import { usePresence } from '../presence/use-presence.ts';
import { lateComponent } from '../shell/late-code.ts';
import { OnDemand } from '../shell/on-demand.tsx';

const OwnMenu = lateComponent(async () => (await import('./own-menu.tsx')).OwnMenu);

const quietWords = { PAUSE: 'Notifications paused', HOURS: 'Outside your notification hours' };

/** The caller, how they are seen, and the way to what concerns them alone. */
export function OwnRow() {
  const { me: asLoaded } = useSession();
  const me = useLatestPerson(asLoaded);
  const { state } = useConnection();
  const known = usePresence([me.id]).get(me.id);
  // Whoever looks at this is not offline, whatever the server has yet to hear.
  const here = known === 'away' ? 'away' : 'online';
  const now = useNow(true);
  const live = liveStatus(me.status, now);
  const status = [live?.emoji, live?.text].filter(Boolean).join(' ');
  const { settings } = useNotificationSettings();
  const quiet = quietNow(settings, now);
  const trigger = (
    <button
      type="button"
      aria-label={`${me.displayName}, status and settings${quiet ? `. ${quietWords[quiet]}` : ''}`}
      title={quiet ? quietWords[quiet] : undefined}
      className="touch-row mt-2 flex h-9 w-full shrink-0 items-center gap-2.5 rounded-md px-2 text-left text-ink-2 hover:bg-ink/6 hover:text-ink aria-expanded:bg-ink/6"
    >
      <Avatar
        id={me.id}
        name={me.displayName}
        src={me.avatarUrl}
        size={26}
        presence={state === 'online' ? here : 'offline'}
      />
      <span className="min-w-0 flex-1 truncate">{me.displayName}</span>
      {status ? <span className="max-w-1/2 shrink-0 truncate text-ink-3 text-xs">{status}</span> : null}
      {quiet ? <BellOff size={16} aria-hidden="true" className="shrink-0 text-ink-3" /> : null}
    </button>
  );
  return <OnDemand trigger={trigger} menu={OwnMenu} />;
}
