'use client';

import { useEffect, useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useChannels } from '../../sync/use-channels.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { Deliveries } from './deliveries.ts';

/** Tells the server what came to this device in conversations of two. Draws nothing. */
export function DeliveryHost() {
  const api = useTRPCClient();
  const { me, workspace } = useSession();
  const { channels } = useChannels(workspace.id);
  const deliveries = useMemo(
    () =>
      new Deliveries({
        viewerId: me.id,
        tell: (positions) => api.direct.markDelivered.mutate({ workspaceId: workspace.id, positions: [...positions] }),
      }),
    [api, me.id, workspace.id],
  );
  useEffect(() => deliveries.open(), [deliveries]);
  useEffect(() => deliveries.look(channels), [deliveries, channels]);
  return null;
}
