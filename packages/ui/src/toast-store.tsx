import type { ReactNode } from 'react';

export interface ToastAction {
  label: string;
  onAction: () => void;
}

export interface ToastContent {
  text: ReactNode;
  tone?: 'neutral' | 'danger' | undefined;
  /** The one thing to do about it, such as Undo. */
  action?: ToastAction | undefined;
  /** In ms; 0 stays until dismissed. 5 s, and 10 s with an action. */
  duration?: number | undefined;
  /** A toast with the same key takes the place of the one before. */
  key?: string | undefined;
}

export interface ToastEntry extends ToastContent {
  id: number;
}

const MOST = 3;
const none: ToastEntry[] = [];

let entries = none;
let made = 0;
const listeners = new Set<() => void>();

function replace(next: ToastEntry[]) {
  entries = next;
  for (const listener of listeners) listener();
}

/** Shows a toast and answers its id. At most three stand at once; the oldest goes. */
export function showToast(content: ToastContent): number {
  made += 1;
  const others = content.key === undefined ? entries : entries.filter((entry) => entry.key !== content.key);
  replace([...others, { ...content, id: made }].slice(-MOST));
  return made;
}

/** Takes a toast away; nothing happens when it is gone already. */
export function dismissToast(id: number): void {
  if (entries.some((entry) => entry.id === id)) replace(entries.filter((entry) => entry.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const readToasts = (): ToastEntry[] => entries;
export const noToasts = (): ToastEntry[] => none;
