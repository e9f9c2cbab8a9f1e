'use client';

import clsx from 'clsx';
import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { DialogProvider } from './dialogs.tsx';
import type { WorkspaceItem } from './workspace-app.tsx';

export interface ChatShellProps {
  readonly workspace: WorkspaceItem;
  readonly workspaces: readonly WorkspaceItem[];
  readonly children: ReactNode;
}

/** Sidebar and conversation side by side; on a phone one at a time. */
export function ChatShell({ workspace, workspaces, children }: ChatShellProps) {
  const { channelId } = useParams<{ channelId?: string }>();
  const inChannel = channelId !== undefined;
  return (
    <DialogProvider>
      <div className="flex h-dvh bg-canvas text-ink">
        <div className={clsx('w-full shrink-0 sm:w-66', inChannel && 'max-sm:hidden')}>
          <Sidebar workspace={workspace} workspaces={workspaces} />
        </div>
        <main className={clsx('flex min-w-0 flex-1 flex-col', !inChannel && 'max-sm:hidden')}>{children}</main>
      </div>
    </DialogProvider>
  );
}
