'use client';

import { useEffect, useState } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { nextMuteEnd } from './is-muted.ts';

/** Longer waits than this are more than a browser's timer can count. */
const LONGEST = 86_400_000;

/** The time for `isMuted`, in milliseconds: it moves on at each moment at which one of these channels stops being muted. */
export function useMuteClock(channels: readonly Pick<ChannelListItem, 'membership'>[]): number {
  const [now, setNow] = useState(() => Date.now());
  const next = nextMuteEnd(
    channels.map((channel) => channel.membership),
    now,
  );
  useEffect(() => (next === null ? undefined : callAt(next, () => setNow(Date.now()))), [next]);
  return now;
}

/** Calls back once a moment has come. Timers stand still while a machine sleeps, so it also looks when the page is seen again. */
function callAt(moment: number, onMoment: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const left = moment - Date.now();
    if (left <= 0) onMoment();
    else timer = setTimeout(look, Math.min(LONGEST, left));
  };
  timer = setTimeout(look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
