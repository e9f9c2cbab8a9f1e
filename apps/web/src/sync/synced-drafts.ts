import type { Api } from '../trpc/trpc.ts';
import { draftCalls } from './draft-calls.ts';
import { DraftSync } from './draft-sync.ts';
import { Drafts, type DraftsOptions } from './drafts.ts';

export interface SyncedDraftsOptions extends Omit<DraftsOptions, 'onWrite'> {
  api: Api;
  workspaceId: string;
  isHere(channelId: string): boolean;
}

/** The drafts of this device, and what keeps them the same as the server's. */
export function syncedDrafts({ api, workspaceId, isHere, ...options }: SyncedDraftsOptions) {
  const drafts = new Drafts({ ...options, onWrite: (key) => draftSync.wrote(key) });
  const draftSync = new DraftSync({ drafts, ...draftCalls(api, workspaceId), isHere });
  return { drafts, draftSync };
}
