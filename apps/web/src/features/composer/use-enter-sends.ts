'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'parley.enter-sends';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'no';
  } catch {
    return true;
  }
}

function write(sends: boolean): void {
  try {
    localStorage.setItem(KEY, sends ? 'yes' : 'no');
  } catch {
    // A browser that forbids storing keeps to the default.
  }
  for (const listener of listeners) listener();
}

/** Whether Enter sends and Shift+Enter breaks the line (the default), or the other way round; kept on this device. */
export function useEnterSends(): [boolean, (sends: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => true), write];
}
