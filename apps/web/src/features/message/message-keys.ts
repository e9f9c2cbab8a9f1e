import type { Message } from '@parley/realtime/shapes';
import type { Shortcut } from '../shortcuts/shortcut-list.ts';
import type { MessageActions, MessageRights } from './message-actions.tsx';

interface MessageKey {
  /** As the browser names it. */
  readonly key: string;
  /** As the sheet shows it. */
  readonly shown: string;
  readonly label: string;
  readonly allowed?: (rights: MessageRights) => boolean;
  readonly act: (actions: MessageActions, message: Message) => void;
}

/** What a key does with the message that has the focus; the sheet of shortcuts is made from the same list. */
const keys: readonly MessageKey[] = [
  {
    key: 't',
    shown: 't',
    label: 'Reply in thread',
    allowed: (rights) => rights.reply,
    act: (actions, message) => actions.reply(message),
  },
  {
    key: 'r',
    shown: 'r',
    label: 'Add a reaction',
    allowed: (rights) => rights.react,
    act: (actions, message) => actions.pickEmoji(message),
  },
  {
    key: 'p',
    shown: 'p',
    label: 'Pin it, or take its pin away',
    allowed: (rights) => rights.pin,
    act: (actions, message) => actions.pin(message, message.pinnedAt === null),
  },
  {
    key: 'f',
    shown: 'f',
    label: 'Forward it',
    allowed: (rights) => rights.forward,
    act: (actions, message) => actions.forward(message),
  },
  {
    key: 's',
    shown: 's',
    label: 'Save it for later, or no more',
    allowed: (rights) => rights.save,
    act: (actions, message) => actions.toggleSaved(message),
  },
  { key: 'c', shown: 'c', label: 'Copy its text', act: (actions, message) => actions.copyText(message) },
  {
    key: 'u',
    shown: 'u',
    label: 'Mark unread from here',
    allowed: (rights) => rights.markUnread,
    act: (actions, message) => actions.markUnread(message),
  },
  { key: 'Enter', shown: 'enter', label: 'See who wrote it', act: (actions, message) => actions.showAuthor(message) },
  {
    key: 'e',
    shown: 'e',
    label: 'Edit it, if it is mine',
    allowed: (rights) => rights.edit,
    act: (actions, message) => actions.edit(message),
  },
  {
    key: 'Delete',
    shown: 'del',
    label: 'Delete it, if I may',
    allowed: (rights) => rights.delete,
    act: (actions, message) => actions.askToDelete(message),
  },
];

interface RowMove {
  readonly key: string;
  readonly shown: string;
  readonly label: string;
  /** The row to go to, from one among those that are drawn. */
  readonly to: (index: number, drawn: { readonly start: number; readonly end: number }) => number;
}

/** The keys that lead from the message with the focus to another one. */
const moves: readonly RowMove[] = [
  { key: 'ArrowUp', shown: 'up', label: 'Message above', to: (index) => index - 1 },
  { key: 'ArrowDown', shown: 'down', label: 'Message below', to: (index) => index + 1 },
  { key: 'Home', shown: 'home', label: 'First message in sight', to: (_, { start }) => start },
  { key: 'End', shown: 'end', label: 'Last message in sight', to: (_, { end }) => end - 1 },
];

/** The move that a key means on a message. */
export function moveByKey(key: string): RowMove['to'] | undefined {
  return moves.find((move) => move.key === key)?.to;
}

/** The keys of a message, for the sheet. */
export const messageShortcuts: readonly Shortcut[] = [...moves, ...keys].map(({ shown, label }) => ({
  keys: [shown],
  label,
  group: 'On a message',
}));

/** Does what a key means on a message; false when it means nothing there. */
export function actByKey(
  key: string,
  message: Message,
  by: { actions: MessageActions; rights: MessageRights },
): boolean {
  const found = keys.find((each) => each.key === key);
  if (!found || found.allowed?.(by.rights) === false) return false;
  found.act(by.actions, message);
  return true;
}
