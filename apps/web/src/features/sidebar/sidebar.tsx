'use client';

import { Avatar } from '@parley/ui/avatar';
import { IconButton } from '@parley/ui/icon-button';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Compass from 'lucide-react/icons/compass';
import Plus from 'lucide-react/icons/plus';
import { lazy } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useOpenDialog } from '../shell/dialogs.tsx';
import { OnDemand } from '../shell/on-demand.tsx';
import type { WorkspaceItem } from '../shell/workspace-app.tsx';
import { ChannelSections } from './channel-sections.tsx';

const WorkspaceMenu = lazy(async () => ({ default: (await import('./workspace-menu.tsx')).WorkspaceMenu }));

export interface SidebarProps {
  readonly workspace: WorkspaceItem;
  readonly workspaces: readonly WorkspaceItem[];
}

/** The workspace's name, the caller's channels, and the caller. */
export function Sidebar({ workspace }: SidebarProps) {
  const { me } = useSession();
  const open = useOpenDialog();
  const trigger = (
    <button
      type="button"
      className="touch-row flex w-full items-center gap-2.5 rounded-md px-2 py-1 font-semibold hover:bg-ink/6"
    >
      <Avatar id={workspace.id} name={workspace.name} size={26} />
      <span className="min-w-0 flex-1 truncate text-left">{workspace.name}</span>
      <ChevronDown size={16} aria-hidden="true" className="text-ink-3" />
    </button>
  );
  return (
    <nav aria-label="Channels" className="surface-sidebar flex h-full flex-col border-line border-r px-2.5 py-3">
      <OnDemand trigger={trigger} menu={WorkspaceMenu} />
      <div className="flex items-center gap-1 pt-3 pb-1 pl-2.5">
        <h2 className="flex-1 text-ink-3 text-xs">Channels</h2>
        <IconButton label="Browse channels" size="sm" onClick={() => open('browseChannels')}>
          <Compass size={16} />
        </IconButton>
        <IconButton label="Create a channel" size="sm" onClick={() => open('createChannel')}>
          <Plus size={16} />
        </IconButton>
      </div>
      <ChannelSections workspace={workspace} />
      <p className="flex items-center gap-2.5 px-2 pt-3">
        <Avatar id={me.id} name={me.displayName} size={26} />
        <span className="truncate">{me.displayName}</span>
      </p>
    </nav>
  );
}
