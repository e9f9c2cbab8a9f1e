'use client';

import { moderates } from '@parley/api/message/message.policy';
import { useMemo } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { useSession } from '../../sync/session.tsx';
import type { Viewer } from '../message/message-actions.tsx';

/** What the viewer is in a conversation. The same object until that changes. */
export function useViewer(channel: ChannelListItem | undefined, inThread: boolean): Viewer {
  const { me, workspace } = useSession();
  const { id } = me;
  const channelRole = channel?.membership?.role ?? null;
  const isModerator =
    channel !== undefined && moderates({ channelKind: channel.kind, channelRole, workspaceRole: workspace.role });
  const writes = channel !== undefined && channel.archivedAt === null;
  return useMemo(() => ({ id, moderates: isModerator, writes, inThread }), [id, isModerator, writes, inThread]);
}
