/** Under which heading the sheet lists a shortcut. */
export type ShortcutGroup = 'Moving around' | 'In a conversation' | 'While writing' | 'On a message';

export interface Shortcut {
  /** Joined by `+`; the first is the one that is shown. */
  readonly keys: readonly [string, ...string[]];
  readonly label: string;
  readonly group: ShortcutGroup;
}

/**
 * Every shortcut that works anywhere, by name: what is listened for and what the sheet says are read from here alone. What
 * a part of the page answers to by itself it says with `useAnsweredKeys`.
 */
export const shortcuts = {
  switcher: { keys: ['mod+k'], label: 'Find or jump to a place', group: 'Moving around' },
  searchHere: { keys: ['mod+f'], label: 'Search in this conversation', group: 'Moving around' },
  searchAll: { keys: ['mod+shift+f'], label: 'Search everywhere', group: 'Moving around' },
  previousChannel: { keys: ['alt+up'], label: 'Previous channel', group: 'Moving around' },
  nextChannel: { keys: ['alt+down'], label: 'Next channel', group: 'Moving around' },
  previousUnread: { keys: ['alt+shift+up'], label: 'Previous unread channel', group: 'Moving around' },
  nextUnread: { keys: ['alt+shift+down'], label: 'Next unread channel', group: 'Moving around' },
  nextRegion: { keys: ['f6'], label: 'Next part of the page', group: 'Moving around' },
  previousRegion: { keys: ['shift+f6'], label: 'Previous part of the page', group: 'Moving around' },
  sheet: { keys: ['mod+/'], label: 'Keyboard shortcuts', group: 'Moving around' },
  details: { keys: ['mod+shift+i'], label: 'Channel details', group: 'In a conversation' },
  markAllRead: { keys: ['shift+escape'], label: 'Mark everything as read', group: 'In a conversation' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;
