import type { Shortcut } from './shortcut-list.ts';

/** Shortcuts that the field one writes in and the message with the focus answer to themselves. */
export const localShortcuts: readonly Shortcut[] = [
  { keys: ['up'], label: 'Message above, from a message', group: 'In a conversation' },
  { keys: ['down'], label: 'Message below, from a message', group: 'In a conversation' },
  { keys: ['escape'], label: 'Mark the channel as read', group: 'In a conversation' },
  { keys: ['up'], label: 'Edit my last message, in an empty field', group: 'While writing' },
  { keys: ['mod+b'], label: 'Bold', group: 'While writing' },
  { keys: ['mod+i'], label: 'Italic', group: 'While writing' },
  { keys: ['mod+shift+x'], label: 'Strikethrough', group: 'While writing' },
  { keys: ['mod+e'], label: 'Code', group: 'While writing' },
  { keys: ['mod+shift+9'], label: 'Quote', group: 'While writing' },
  { keys: ['mod+shift+8'], label: 'List', group: 'While writing' },
  { keys: ['mod+shift+7'], label: 'Numbered list', group: 'While writing' },
  { keys: ['mod+shift+u'], label: 'Link', group: 'While writing' },
  { keys: ['c'], label: 'Copy its text', group: 'On a message' },
  { keys: ['u'], label: 'Mark unread from here', group: 'On a message' },
  { keys: ['e'], label: 'Edit it, if it is mine', group: 'On a message' },
  { keys: ['del'], label: 'Delete it, if I may', group: 'On a message' },
];

/** How a message is sent and a line is broken, as the person has set it. */
export function sendingShortcuts(enterSends: boolean): readonly Shortcut[] {
  return [
    { keys: [enterSends ? 'enter' : 'mod+enter'], label: 'Send', group: 'While writing' },
    { keys: [enterSends ? 'shift+enter' : 'enter'], label: 'New line', group: 'While writing' },
  ];
}
