'use client';

import { useMemo } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkOf } from '../../sync/talk.ts';
import { noteEmojiUse } from '../emoji/frequent-emoji.ts';
import type { MessageActions, Viewer } from '../message/message-actions.tsx';
import { useOpenThread } from './use-open-thread.ts';

export interface CardActionsOptions {
  /** The thread's `talkKey`. */
  talk: string;
  viewer: Viewer;
}

/** What may be done with the messages of a thread in the list: reactions in place; for the rest the thread is opened. */
export function useCardActions({ talk, viewer }: CardActionsOptions): MessageActions {
  const { reacting, outbox } = useSync();
  const openThread = useOpenThread();
  return useMemo(() => {
    const { channelId, parentId } = talkOf(talk);
    const open = () => openThread({ channelId, parentId: parentId ?? '' });
    return {
      viewer,
      react: (message, emoji) => {
        if (reacting.toggle(message, emoji)) noteEmojiUse(emoji);
      },
      pickEmoji: open,
      reply: open,
      pin: open,
      forward: open,
      edit: open,
      stopEditing: open,
      askToDelete: open,
      showHistory: open,
      copyText: open,
      copyLink: open,
      markUnread: open,
      toggleSaved: open,
      chooseReminder: open,
      showAuthor: open,
      retrySend: (nonce) => outbox.retry(nonce),
      editUnsent: open,
      deleteUnsent: (nonce) => outbox.discard(nonce),
    };
  }, [talk, viewer, reacting, outbox, openThread]);
}
