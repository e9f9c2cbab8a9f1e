'use client';

import { useCallback, useEffect } from 'react';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { useSync } from '../../sync/sync-provider.tsx';
import type { TimelineScroll } from './timeline-scroll.ts';
import { isLookedAt } from './use-new-divider.ts';

export interface ReadMarking {
  channel: ChannelListItem | undefined;
  scroll: TimelineScroll;
  /** The rows reach to the newest message. */
  live: boolean;
}

/** Marks the channel read when its newest message is in view in a window that somebody looks at. Answers the check. */
export function useReadMarking({ channel, scroll, live }: ReadMarking): () => void {
  const { reading } = useSync();
  const channelId = channel?.id;
  const readSeq = channel?.membership?.lastReadSeq;
  const check = useCallback(() => {
    const { rows } = scroll.layout;
    const newest = rows.at(rows.confirmed - 1)?.message.seq;
    if (!live || !channelId || readSeq === undefined || newest === undefined || newest <= readSeq) return;
    if (isLookedAt() && scroll.shows(rows.confirmed - 1)) reading.markRead(channelId, newest);
  }, [reading, channelId, readSeq, scroll, live]);
  useEffect(() => {
    check();
    window.addEventListener('focus', check);
    document.addEventListener('visibilitychange', check);
    return () => {
      window.removeEventListener('focus', check);
      document.removeEventListener('visibilitychange', check);
    };
  }, [check]);
  useEffect(() => {
    if (!channelId) return undefined;
    return () => reading.release(channelId);
  }, [reading, channelId]);
  return check;
}
