'use client';

import type { Message } from '@parley/realtime/shapes';
import { showToast } from '@parley/ui/toast-store';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { StoredSend } from '../../sync/device-database.ts';
import { useSession } from '../../sync/session.tsx';
import type { SyncEngine } from '../../sync/sync-engine.ts';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkKey } from '../../sync/talk.ts';
import { useTRPCClient } from '../../trpc/trpc.ts';
import { noteEmojiUse } from '../emoji/frequent-emoji.ts';
import { copyText } from '../message/copy-text.ts';
import type { MessageActions, Viewer } from '../message/message-actions.tsx';
import { showPerson } from '../people/person-card-host.tsx';
import { lateCode } from '../shell/late-code.ts';
import { messagePath } from '../shell/place.ts';
import { useOpenThread } from '../thread/use-open-thread.ts';
import type { RowFocus } from './row-focus.ts';
import { keyOfMessage } from './timeline-rows.ts';
import type { TimelineScroll } from './timeline-scroll.ts';

export type OpenDialog = { kind: 'delete' | 'history' | 'forward' | 'remind'; message: Message } | null;

const loadSaving = lateCode(() => import('../saved/saving.ts'));

export interface TimelineActions {
  actions: MessageActions;
  dialog: OpenDialog;
  closeDialog: () => void;
}

export interface TimelineActionsOptions {
  /** The conversation's `talkKey`. */
  talk: string;
  viewer: Viewer;
  focus: RowFocus;
  scroll: TimelineScroll;
  /** The reader wants what begins with this message to be unread. */
  onMarkUnread: (message: Message) => void;
}

/** What the timeline does when an action on one of its messages is chosen. */
export function useTimelineActions({
  talk,
  viewer,
  focus,
  scroll,
  onMarkUnread,
}: TimelineActionsOptions): TimelineActions {
  const sync = useSync();
  const { workspace } = useSession();
  const openThread = useOpenThread();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const { slug, id: workspaceId } = workspace;
  const actions = useMemo<MessageActions>(() => {
    const focusComposer = () => sync.commands.emit(talk, { type: 'focusComposer' });
    return {
      viewer,
      react: (message, emoji) => {
        if (sync.reacting.toggle(message, emoji)) noteEmojiUse(emoji);
      },
      pickEmoji: (message) => focus.set({ picking: keyOfMessage(message), menu: keyOfMessage(message) }),
      reply: (message) => openThread({ channelId: message.channelId, parentId: message.parentId ?? message.id }),
      pin: (message, pinned) => void sync.pins.set(message, pinned),
      forward: (message) => setDialog({ kind: 'forward', message }),
      edit: (message) => focus.set({ editing: keyOfMessage(message) }),
      stopEditing: () => {
        focus.set({ editing: null });
        focusComposer();
      },
      askToDelete: (message) => setDialog({ kind: 'delete', message }),
      showHistory: (message) => setDialog({ kind: 'history', message }),
      copyText: (message) => void copyAndSay(message.body, 'Text copied'),
      copyLink: (message) => void copyAndSay(`${location.origin}${messagePath(slug, message)}`, 'Link copied'),
      markUnread: onMarkUnread,
      toggleSaved: ({ id }) =>
        void loadSaving().then(({ toggleSaved }) => toggleSaved({ api, queryClient, workspaceId }, id)),
      chooseReminder: (message) => setDialog({ kind: 'remind', message }),
      showAuthor: (message) => {
        const anchor = scroll.elementOf(keyOfMessage(message));
        if (anchor) showPerson({ userId: message.author.id, anchor });
      },
      retrySend: (nonce) => sync.outbox.retry(nonce),
      editUnsent: (nonce) => {
        const entry = sync.outbox.discard(nonce);
        if (entry) putBack(sync, entry);
      },
      deleteUnsent: (nonce) => {
        sync.outbox.discard(nonce);
        focusComposer();
      },
    };
  }, [talk, viewer, focus, scroll, onMarkUnread, sync, openThread, slug, workspaceId, api, queryClient]);
  return { actions, dialog, closeDialog: () => setDialog(null) };
}

/** Puts what was not sent back to where it was written, behind what is begun there. */
function putBack({ drafts, commands }: SyncEngine, { channelId, parentId, body }: StoredSend): void {
  const key = talkKey({ channelId, parentId: parentId ?? null });
  const begun = drafts.read(key);
  drafts.write(key, begun.trim() === '' ? body : `${begun}\n${body}`);
  commands.emit(key, { type: 'focusComposer' });
}

async function copyAndSay(text: string, done: string): Promise<void> {
  const copied = await copyText(text);
  showToast(copied ? { text: done, key: 'copied' } : { text: 'Couldn’t copy.', tone: 'danger', key: 'copied' });
}
