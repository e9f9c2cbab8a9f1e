'use client';

import type { Message } from '@parley/realtime/shapes';
import { showToast } from '@parley/ui/toast-store';
import { useMemo, useState } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';
import { copyText } from '../message/copy-text.ts';
import type { MessageActions } from '../message/message-actions.tsx';
import type { RowFocus } from './row-focus.ts';
import { keyOfMessage } from './timeline-rows.ts';

export type OpenDialog = { kind: 'delete' | 'history'; message: Message } | null;

export interface TimelineActions {
  actions: MessageActions;
  dialog: OpenDialog;
  closeDialog: () => void;
}

export interface TimelineActionsOptions {
  channelId: string;
  focus: RowFocus;
  /** The reader wants what begins with this message to be unread. */
  onMarkUnread: (message: Message) => void;
}

/** What the timeline does when an action on one of its messages is chosen. */
export function useTimelineActions({ channelId, focus, onMarkUnread }: TimelineActionsOptions): TimelineActions {
  const { outbox, commands } = useSync();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const actions = useMemo<MessageActions>(
    () => ({
      edit: (message) => focus.set({ editing: keyOfMessage(message) }),
      stopEditing: () => {
        focus.set({ editing: null });
        commands.emit(channelId, { type: 'focusComposer' });
      },
      askToDelete: (message) => setDialog({ kind: 'delete', message }),
      showHistory: (message) => setDialog({ kind: 'history', message }),
      copyText: (message) => void copyAndSay(message.body, 'Text copied'),
      copyLink: (message) => void copyAndSay(linkTo(message), 'Link copied'),
      markUnread: onMarkUnread,
      retrySend: (nonce) => outbox.retry(nonce),
      editUnsent: (nonce) => {
        const entry = outbox.discard(nonce);
        if (entry) commands.emit(channelId, { type: 'compose', text: entry.body });
      },
      deleteUnsent: (nonce) => {
        outbox.discard(nonce);
        commands.emit(channelId, { type: 'focusComposer' });
      },
    }),
    [channelId, focus, onMarkUnread, outbox, commands],
  );
  return { actions, dialog, closeDialog: () => setDialog(null) };
}

/** The address of this page with the message in it. */
function linkTo(message: Message): string {
  return `${location.origin}${location.pathname}?message=${message.id}`;
}

async function copyAndSay(text: string, done: string): Promise<void> {
  const copied = await copyText(text);
  showToast(copied ? { text: done, key: 'copied' } : { text: 'Couldn’t copy.', tone: 'danger', key: 'copied' });
}
