'use client';

import { createContext, use } from 'react';
import type { ApiOutput } from '../../trpc/trpc.ts';

export type WorkspaceItem = ApiOutput['workspace']['list']['items'][number];

export interface Workspaces {
  /** The one that is open. */
  readonly workspace: WorkspaceItem;
  /** All that the person is in, the open one among them. */
  readonly all: readonly WorkspaceItem[];
}

export const WorkspacesContext = createContext<Workspaces | null>(null);

/** The open workspace, and the others to go to. */
export function useWorkspaces(): Workspaces {
  const workspaces = use(WorkspacesContext);
  if (!workspaces) throw new Error('useWorkspaces needs a WorkspaceApp above it.');
  return workspaces;
}
