'use client';

import { ResizeHandle } from '@parley/ui/resize-handle';
import clsx from 'clsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import type { WorkspaceItem } from '../workspace/workspaces-context.tsx';
import { usePanelWidth } from './use-panel-width.tsx';
import { usePlace } from './use-place.ts';

/** The sidebar in its width. On a phone it is the whole page while nothing else is open. */
export function SidebarColumn({ workspace }: { workspace: WorkspaceItem }) {
  const { channelId, view } = usePlace();
  const width = usePanelWidth('sidebar');
  return (
    <div
      className={clsx('relative w-full shrink-0 sm:w-(--sidebar-width,264px)', (channelId || view) && 'max-sm:hidden')}
    >
      <Sidebar workspace={workspace} />
      <ResizeHandle label="Sidebar" edge="right" {...width} className="max-sm:hidden" />
    </div>
  );
}
