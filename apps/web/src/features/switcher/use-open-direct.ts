'use client';

import { showToast } from '@parley/ui/toast-store';
import { useCallback } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';

/** Goes to the conversation with one person, made when there is none. Tells of a failure by itself. */
export function useOpenDirect(): (userId: string) => void {
  const { workspace } = useSession();
  const { id: workspaceId, slug } = workspace;
  const { channels } = useSync();
  const api = useTRPCClient();
  return useCallback(
    (userId) => {
      const open = async (): Promise<void> => {
        const { id } = await api.direct.open.mutate({ workspaceId, userIds: [userId] });
        await channels.refreshOne(id);
        goTo(channelPath(slug, id));
      };
      open().catch((error: unknown) =>
        showToast({ text: `Couldn’t open the conversation. ${sayWhy(error)}`, tone: 'danger' }),
      );
    },
    [api, channels, workspaceId, slug],
  );
}
