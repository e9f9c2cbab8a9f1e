'use client';

import type { ReactNode } from 'react';
import { PersonCardHost } from '../people/person-card-host.tsx';
import { SearchColumn } from '../search/search-column.tsx';
import { ShortcutsProvider } from '../shortcuts/shortcuts-provider.tsx';
import { useLastWorkspace } from '../workspace/use-last-workspace.ts';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { AppShortcuts } from './app-shortcuts.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DialogProvider } from './dialogs.tsx';
import { LateHosts } from './late-hosts.tsx';
import { SidebarColumn } from './sidebar-column.tsx';
import { SkipLink } from './skip-link.tsx';
import { TabIcon } from './tab-icon.tsx';
import { TabTitle } from './tab-title.tsx';
import { useEarlyInput } from './use-early-input.ts';
import { useInstantLinks } from './use-instant-links.ts';
import { useLateCode } from './use-late-code.ts';
import { useVisibleHeight } from './use-visible-height.ts';

export interface ChatShellProps {
  readonly workspace: WorkspaceItem;
  readonly children: ReactNode;
}

/** Sidebar and conversation side by side; on a phone one at a time. */
export function ChatShell({ workspace, children }: ChatShellProps) {
  useEarlyInput();
  useInstantLinks(workspace.slug);
  useLateCode();
  useVisibleHeight();
  useLastWorkspace(workspace.slug);
  return (
    <ShortcutsProvider>
      <DialogProvider>
        <AppShortcuts workspace={workspace} />
        <TabTitle workspace={workspace} />
        <TabIcon workspace={workspace} />
        <LateHosts />
        <PersonCardHost />
        <div className="flex h-(--visible-height,100dvh) flex-col overflow-hidden bg-canvas text-ink">
          <SkipLink />
          <ConnectionBanner />
          <div className="relative flex min-h-0 flex-1">
            <SidebarColumn workspace={workspace} />
            {children}
            <SearchColumn />
          </div>
        </div>
      </DialogProvider>
    </ShortcutsProvider>
  );
}
