'use client';

import { useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { changeActions, passageActions, settingActions } from './channel-actions.ts';

/** What the viewer may do with a channel. What says nothing of rejecting tells of a failure by itself. */
export function useChannelActions(channelId: string) {
  const api = useTRPCClient();
  const { channels } = useSync();
  const { slug } = useSession().workspace;
  return useMemo(() => {
    const tools = { api, channels, channelId, slug };
    return { ...settingActions(tools), ...changeActions(tools), ...passageActions(tools) };
  }, [api, channels, channelId, slug]);
}
