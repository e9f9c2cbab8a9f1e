'use client';

import { useMemo } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { useSession } from '../../sync/session.tsx';
import type { Viewer } from '../message/message-actions.tsx';

/** What the viewer is in a conversation. The same object until that changes. */
export function useViewer(channel: ChannelListItem | undefined, inThread: boolean): Viewer {
  const { me, workspace } = useSession();
  const { id } = me;
  const moderates = channel?.membership?.role === 'OWNER' || workspace.role === 'OWNER' || workspace.role === 'ADMIN';
  const writes = channel !== undefined && channel.archivedAt === null;
  return useMemo(() => ({ id, moderates, writes, inThread }), [id, moderates, writes, inThread]);
}
