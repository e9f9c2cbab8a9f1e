'use client';

import { useSyncExternalStore } from 'react';
import { StoredValue } from '../emoji/stored-value.ts';

const stored = new StoredValue('parley.sidebar.unread', (value) => value === true);
const set = (unreadOnly: boolean): void => stored.write(unreadOnly);

/** Whether this device shows only what is unread in the sidebar. */
export function useUnreadOnly(): { unreadOnly: boolean; setUnreadOnly: (unreadOnly: boolean) => void } {
  const unreadOnly = useSyncExternalStore(stored.subscribe, stored.read, () => false);
  return { unreadOnly, setUnreadOnly: set };
}
