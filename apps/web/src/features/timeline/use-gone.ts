'use client';

import { useEffect, useState } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';

/** Whether it turned out, while the channel was open, that the viewer is not in it (any more). */
export function useGone(channelId: string): boolean {
  const sync = useSync();
  const [gone, setGone] = useState(false);
  useEffect(
    () =>
      sync.onGone((id) => {
        if (id === channelId) setGone(true);
      }),
    [sync, channelId],
  );
  return gone;
}
