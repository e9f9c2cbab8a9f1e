'use client';

import { showToast } from '@parley/ui/toast-store';
import { useCallback } from 'react';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { reasonWords } from './reason-words.ts';

/** Answers, in a toast, why the viewer was or was not notified of a message. */
export function useWhyNotified(): (messageId: string) => Promise<void> {
  const api = useTRPCClient();
  return useCallback(
    async (id) => {
      try {
        showToast({ text: reasonWords(await api.message.whyNotified.query({ id })) });
      } catch (error) {
        showToast({ text: `Couldn’t find out. ${sayWhy(error)}`, tone: 'danger' });
      }
    },
    [api],
  );
}
