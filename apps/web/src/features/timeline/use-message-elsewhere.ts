'use client';

import { showToast } from '@parley/ui/toast-store';
import { useCallback } from 'react';
import { useSession } from '../../sync/session.tsx';
import { talkOf } from '../../sync/talk.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { goTo } from '../shell/go-to.ts';
import { messagePath } from '../shell/place.ts';

/** Goes on to a message that is not shown in a conversation: a reply of the channel, in its thread. Says so when there is none. */
export function useMessageElsewhere(): (talk: string, messageId: string) => Promise<void> {
  const api = useTRPCClient();
  const { workspace } = useSession();
  return useCallback(
    async (talk, messageId) => {
      const { channelId, parentId } = talkOf(talk);
      const found = parentId === null ? await api.message.get.query({ id: messageId }).catch(() => null) : null;
      if (found?.channelId === channelId && found.parentId !== null) {
        goTo(messagePath(workspace.slug, found), { replace: true });
        return;
      }
      showToast({ text: 'That message isn’t here, or you can’t see it.', tone: 'danger' });
    },
    [api, workspace.slug],
  );
}
