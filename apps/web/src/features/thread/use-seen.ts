'use client';

import type { Message } from '@parley/realtime/shapes';
import type { RefObject } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useEndSeen } from '../shell/use-end-seen.ts';

export interface Seen {
  /** The thread's `talkKey`. */
  talk: string;
  /** The replies that are shown. */
  latest: readonly Message[];
  unread: number;
}

/** Marks a thread read when the end of what is shown of it is in view, if that is all that was unread. */
export function useSeen(end: RefObject<HTMLElement | null>, { talk, latest, unread }: Seen): void {
  const { reading } = useSync();
  const { me } = useSession();
  const ofOthers = latest.filter(({ author }) => author.id !== me.id).length;
  const newest = latest.at(-1)?.seq;
  const readable = unread > 0 && unread <= ofOthers ? newest : undefined;
  useEndSeen(end, readable === undefined ? null : `${talk} ${readable}`, () => {
    if (readable !== undefined) reading.markRead(talk, readable);
  });
}
