'use client';

import type { Message } from '@parley/realtime/shapes';
import { createContext, use } from 'react';

/** What may be done with messages here. The same object as long as the timeline stands. */
export interface MessageActions {
  edit(message: Message): void;
  stopEditing(): void;
  askToDelete(message: Message): void;
  showHistory(message: Message): void;
  copyText(message: Message): void;
  copyLink(message: Message): void;
  markUnread(message: Message): void;
  /** Of a message that was refused. */
  retrySend(nonce: string): void;
  editUnsent(nonce: string): void;
  deleteUnsent(nonce: string): void;
}

export const MessageActionsContext = createContext<MessageActions | null>(null);

export function useMessageActions(): MessageActions {
  const actions = use(MessageActionsContext);
  if (!actions) throw new Error('useMessageActions needs a timeline above it.');
  return actions;
}

/** Which actions the viewer has on a message. */
export interface MessageRights {
  edit: boolean;
  delete: boolean;
  history: boolean;
}

export interface Viewer {
  id: string;
  /** Owns the channel, or owns or administers the workspace. */
  moderates: boolean;
}

/** The rights of a viewer on a message, as the server will grant them. */
export function messageRights({ author, kind, deletedAt, editedAt }: Message, viewer: Viewer): MessageRights {
  const live = kind === 'USER' && deletedAt === null;
  const own = author.id === viewer.id;
  return {
    edit: live && own,
    delete: live && (own || viewer.moderates),
    history: live && editedAt !== null && (own || viewer.moderates),
  };
}
