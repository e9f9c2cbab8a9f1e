'use client';

import { showToast } from '@parley/ui/toast-store';
import { useSync } from '../../sync/sync-provider.tsx';
import { useChannels } from '../../sync/use-channels.ts';

/** Marks every channel as read, and offers to take it back. */
export function useMarkAllRead(workspaceId: string): () => void {
  const { channels } = useChannels(workspaceId);
  const { reading } = useSync();
  return () => {
    const unread = channels.flatMap(({ id, seq, membership }) =>
      membership && membership.unread > 0 ? [{ id, seq, firstUnread: membership.lastReadSeq + 1 }] : [],
    );
    if (unread.length === 0) {
      showToast({ text: 'There was nothing unread', key: 'all-read' });
      return;
    }
    for (const { id, seq } of unread) {
      reading.release(id);
      reading.markRead(id, seq);
    }
    const undo = async (): Promise<void> => {
      const asked = unread.map(({ id, firstUnread }) => reading.markUnread(id, firstUnread));
      const answers = await Promise.allSettled(asked);
      for (const { id } of unread) reading.release(id);
      if (answers.some((answer) => answer.status === 'rejected')) {
        showToast({ text: 'Couldn’t take it all back. Check your connection.', tone: 'danger' });
      }
    };
    const text = unread.length === 1 ? 'Marked 1 channel as read' : `Marked ${unread.length} channels as read`;
    showToast({ text, key: 'all-read', action: { label: 'Undo', onAction: () => void undo() } });
  };
}
