'use client';

import { showToast } from '@parley/ui/toast-store';
import { useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { goTo } from '../shell/go-to.ts';
import { channelPath, parsePlace } from '../shell/place.ts';

/** Is this place what the address shows now? */
function isShown(channelId: string): boolean {
  return parsePlace(location.pathname, new URLSearchParams(location.search))?.channelId === channelId;
}

/** Opens conversations of people and closes them. */
export function useDirectActions() {
  const api = useTRPCClient();
  const { channels } = useSync();
  const { workspace } = useSession();
  const { id: workspaceId, slug } = workspace;
  return useMemo(
    () => ({
      /** Goes to the conversation of these people and the viewer. Rejects with the server's error. */
      async open(userIds: readonly string[], { replace = false }: { replace?: boolean } = {}): Promise<void> {
        const channel = await api.direct.open.mutate({ workspaceId, userIds: [...userIds] });
        channels.put(channel);
        goTo(channelPath(slug, channel.id), { replace });
      },
      /** Puts a conversation out of the list until its next message. Tells of a failure by itself. */
      async close(channelId: string): Promise<void> {
        if (isShown(channelId)) goTo(`/w/${slug}`, { replace: true });
        channels.remove(channelId);
        try {
          await api.direct.close.mutate({ channelId });
        } catch (error) {
          await channels.refresh().catch(() => undefined);
          showToast({ text: `Couldn’t close the conversation. ${sayWhy(error)}`, tone: 'danger' });
        }
      },
    }),
    [api, channels, workspaceId, slug],
  );
}
