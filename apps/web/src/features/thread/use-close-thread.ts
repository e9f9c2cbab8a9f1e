'use client';

import { useCallback } from 'react';
import { useSession } from '../../sync/session.tsx';
import { goTo } from '../shell/go-to.ts';
import { channelPath } from '../shell/place.ts';
import type { ThreadId } from './use-open-thread.ts';

/** Closes a thread, and gives the focus back to the line under its message that opens it. */
export function useCloseThread({ channelId, parentId }: ThreadId): () => void {
  const { workspace } = useSession();
  return useCallback(() => {
    goTo(channelPath(workspace.slug, channelId), { replace: true });
    const opener = document.querySelector<HTMLElement>(`[data-thread-opener="${parentId}"]`);
    (opener ?? document.querySelector<HTMLElement>('main textarea'))?.focus({ preventScroll: true });
  }, [workspace.slug, channelId, parentId]);
}
