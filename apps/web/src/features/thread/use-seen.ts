'use client';

import type { Message } from '@parley/realtime/shapes';
import { type RefObject, useEffect } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { isLookedAt } from '../timeline/use-new-divider.ts';

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
  useEffect(() => {
    const element = end.current;
    if (!element || readable === undefined) return undefined;
    let inView = false;
    const check = () => {
      if (inView && isLookedAt()) reading.markRead(talk, readable);
    };
    const observer = new IntersectionObserver(([entry]) => {
      inView = entry?.isIntersecting === true;
      check();
    });
    observer.observe(element);
    window.addEventListener('focus', check);
    return () => {
      observer.disconnect();
      window.removeEventListener('focus', check);
    };
  }, [end, talk, readable, reading]);
}
