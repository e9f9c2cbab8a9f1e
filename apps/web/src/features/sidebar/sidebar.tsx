'use client';

import { Kbd } from '@parley/ui/kbd';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useOpenDialog } from '../shell/dialogs.tsx';
import { lateComponent } from '../shell/late-code.ts';
import { OnDemand } from '../shell/on-demand.tsx';
import { NewcomerCard } from '../welcome/newcomer-card.tsx';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { ChannelSections } from './channel-sections.tsx';
import { OwnRow } from './own-row.tsx';
import { ViewLinks } from './view-links.tsx';
import { WorkspaceMark } from './workspace-mark.tsx';

const WorkspaceMenu = lateComponent(async () => (await import('./workspace-menu.tsx')).WorkspaceMenu);

export interface SidebarProps {
  readonly workspace: WorkspaceItem;
}

/** The workspace's name, the way to any channel, the caller's channels, and the caller. */
export function Sidebar({ workspace }: SidebarProps) {
  const open = useOpenDialog();
  const trigger = (
    <button
      type="button"
      className="touch-row flex w-full min-w-0 items-center gap-2.5 rounded-md px-2 py-1 font-semibold hover:bg-ink/6 aria-expanded:bg-ink/6"
    >
      <WorkspaceMark name={workspace.name} />
      <span className="min-w-0 flex-1 truncate text-left">{workspace.name}</span>
      <ChevronDown size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
    </button>
  );
  return (
    <nav
      data-region="sidebar"
      aria-label="Channels"
      className="surface-sidebar flex h-full flex-col border-line border-r px-2.5 pt-[max(0.75rem,env(safe-area-inset-top))] pb-[max(0.5rem,env(safe-area-inset-bottom))] max-sm:border-r-0"
    >
      <div className="pb-2">
        <OnDemand trigger={trigger} menu={WorkspaceMenu} />
      </div>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => open('switcher')}
        className="touch-row mx-0.5 mb-1 flex h-8.5 shrink-0 items-center justify-between gap-2 rounded-md border border-line-strong bg-raised px-2.5 text-ink-3 text-sm transition-colors hover:border-line-control hover:text-ink"
      >
        Find or jump to…
        <Kbd keys="mod+k" className="pointer-coarse:hidden" />
      </button>
      <ViewLinks slug={workspace.slug} />
      <ChannelSections workspace={workspace} />
      <NewcomerCard />
      <OwnRow />
    </nav>
  );
}
