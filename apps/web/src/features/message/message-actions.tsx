'use client';

import { mayDelete, mayEdit, maySeeHistory } from '@parley/api/message/message.policy';
import type { Message } from '@parley/realtime/shapes';
import { createContext, use } from 'react';

/** What may be done with messages here. The same object as long as the timeline stands. */
export interface MessageActions {
  readonly viewer: Viewer;
  /** Sets the viewer's emoji on a message, or takes it back. */
  react(message: Message, emoji: string): void;
  /** Opens the choice of all emoji at a message. */
  pickEmoji(message: Message): void;
  /** Opens a message's thread, to write in it. */
  reply(message: Message): void;
  pin(message: Message, pinned: boolean): void;
  forward(message: Message): void;
  edit(message: Message): void;
  stopEditing(): void;
  askToDelete(message: Message): void;
  showHistory(message: Message): void;
  copyText(message: Message): void;
  copyLink(message: Message): void;
  markUnread(message: Message): void;
  /** Keeps a message for later, or no more if it was kept. */
  toggleSaved(message: Message): void;
  /** Asks when the viewer wants to be reminded of a message. */
  chooseReminder(message: Message): void;
  /** Opens the card of whoever wrote a message, beside it. */
  showAuthor(message: Message): void;
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
  react: boolean;
  reply: boolean;
  pin: boolean;
  forward: boolean;
  markUnread: boolean;
  save: boolean;
  edit: boolean;
  delete: boolean;
  history: boolean;
}

export interface Viewer {
  readonly id: string;
  /** Owns the channel, or owns or administers the workspace; nobody does in a conversation of people. */
  readonly moderates: boolean;
  /** The channel takes messages: it is not archived. */
  readonly writes: boolean;
  /** Reads a thread, not the channel's timeline. */
  readonly inThread: boolean;
}

/** The rights of a viewer on a message, as the server will grant them. */
export function messageRights(message: Message, viewer: Viewer): MessageRights {
  const { kind, deletedAt, editedAt } = message;
  const live = kind === 'USER' && deletedAt === null;
  return {
    react: live && viewer.writes,
    reply: live && viewer.writes && !viewer.inThread,
    pin: live && viewer.writes,
    forward: live,
    markUnread: true,
    save: live,
    edit: mayEdit(viewer.id, message),
    delete: live && mayDelete(viewer.id, message, viewer.moderates),
    history: live && editedAt !== null && maySeeHistory(viewer.id, message, viewer.moderates),
  };
}
