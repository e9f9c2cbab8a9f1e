'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { StoredDraft } from '../../sync/device-database.ts';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkOf } from '../../sync/talk.ts';
import { type ChannelListItem, useChannels } from '../../sync/use-channels.ts';

export interface OwnDraft {
  readonly draft: StoredDraft;
  readonly channel: ChannelListItem;
  readonly parentId: string | null;
}

const none: readonly StoredDraft[] = [];

/** What the viewer has begun to write in this workspace, the latest first. */
export function useOwnDrafts(): readonly OwnDraft[] {
  const { drafts } = useSync();
  const { workspace } = useSession();
  const { channels } = useChannels(workspace.id);
  const subscribe = useCallback((changed: () => void) => drafts.subscribe(changed), [drafts]);
  const all = useSyncExternalStore(
    subscribe,
    () => drafts.all(),
    () => none,
  );
  return useMemo(
    () =>
      all
        .filter(({ body }) => body.trim() !== '')
        .flatMap((draft) => {
          const { channelId, parentId } = talkOf(draft.channelId);
          const channel = channels.find(({ id }) => id === channelId);
          return channel ? [{ draft, channel, parentId }] : [];
        })
        .toSorted((one, other) => other.draft.updatedAt - one.draft.updatedAt),
    [all, channels],
  );
}
