'use client';

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Session } from '../../sync/session.tsx';
import { SyncProvider } from '../../sync/sync-provider.tsx';
import { ApiProvider } from '../../trpc/provider.tsx';
import { useLiveWorkspaces } from '../workspace/use-live-workspaces.ts';
import { type WorkspaceItem, WorkspacesContext } from '../workspace/workspaces-context.tsx';
import { ChatShell } from './chat-shell.tsx';
import type { PanelWidths } from './panel-widths.ts';
import { PanelWidthsContext } from './use-panel-width.tsx';

export interface WorkspaceAppProps {
  readonly me: Session['me'];
  readonly workspace: WorkspaceItem;
  /** All workspaces of the person, for the switcher. */
  readonly workspaces: readonly WorkspaceItem[];
  readonly socketUrl: string | undefined;
  /** What the server read for the shell. */
  readonly state: DehydratedState;
  /** Of the panels, as the person set them. */
  readonly widths: PanelWidths;
  readonly children: ReactNode;
}

/** All that shows one workspace: its API client, this browser's copy of it, and the shell around the conversation. */
export function WorkspaceApp({ me, workspace, workspaces, socketUrl, state, widths, children }: WorkspaceAppProps) {
  return (
    <ApiProvider socketUrl={socketUrl} signInPath="/signin">
      <HydrationBoundary state={state}>
        <SyncProvider me={me} workspace={workspace}>
          <PanelWidthsContext value={widths}>
            <Shell workspace={workspace} workspaces={workspaces}>
              {children}
            </Shell>
          </PanelWidthsContext>
        </SyncProvider>
      </HydrationBoundary>
    </ApiProvider>
  );
}

/** The shell, with the workspaces as they are called now. */
function Shell({ workspace, workspaces, children }: Pick<WorkspaceAppProps, 'workspace' | 'workspaces' | 'children'>) {
  const all = useLiveWorkspaces(workspaces);
  const open = all.find(({ id }) => id === workspace.id) ?? workspace;
  const known = useMemo(() => ({ workspace: open, all }), [open, all]);
  return (
    <WorkspacesContext value={known}>
      <ChatShell workspace={open}>{children}</ChatShell>
    </WorkspacesContext>
  );
}
