'use client';

import { Avatar } from '@parley/ui/avatar';
import { tooltip } from '@parley/ui/tooltip';
import { useSession } from '../../sync/session.tsx';
import { useConnection } from '../../sync/use-connection.ts';
import { usePresence } from '../presence/use-presence.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';

/** The caller, how they are seen, and the way to their settings. */
export function OwnRow() {
  const { me } = useSession();
  const { state } = useConnection();
  const known = usePresence([me.id]).get(me.id);
  const open = useOpenDialog();
  // Whoever looks at this is not offline, whatever the server has yet to hear.
  const here = known === 'away' ? 'away' : 'online';
  const status = [me.status?.emoji, me.status?.text].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      aria-label={`${me.displayName}, settings`}
      onClick={() => open('settings')}
      className="touch-row mt-2 flex h-9 w-full shrink-0 items-center gap-2.5 rounded-md px-2 text-left text-ink-2 hover:bg-ink/6 hover:text-ink"
      {...tooltip('Settings')}
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
    </button>
  );
}
