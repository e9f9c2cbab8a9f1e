'use client';

import { useCallback } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkKey } from '../../sync/talk.ts';
import { goTo } from '../shell/go-to.ts';
import { threadPath } from '../shell/place.ts';

/** A thread, by its channel and the message it hangs on. */
export interface ThreadId {
  readonly channelId: string;
  readonly parentId: string;
}

/** Opens a thread beside its channel, to write in it. It stands in the address, so that the back button closes it. */
export function useOpenThread(): (thread: ThreadId) => void {
  const { workspace } = useSession();
  const { commands } = useSync();
  return useCallback(
    ({ channelId, parentId }) => {
      const path = threadPath(workspace.slug, channelId, { parentId });
      if (`${location.pathname}${location.search}` !== path) goTo(path);
      commands.emit(talkKey({ channelId, parentId }), { type: 'focusComposer' });
    },
    [workspace.slug, commands],
  );
}
