import type { InboxEvent } from '@parley/realtime/events';

/** Calls `onNews` when the viewer's workspaces may be called otherwise. Returns what ends it. */
export function watchWorkspaces(
  onInbox: (listener: (event: InboxEvent) => void) => () => void,
  onNews: () => void,
): () => void {
  const concerns = concernsWorkspaces();
  return onInbox((event) => concerns(event) && onNews());
}

/** Tells which events of an inbox say that workspaces may be called otherwise. The first `ready` says nothing new. */
export function concernsWorkspaces(): (event: InboxEvent) => boolean {
  let begun = false;
  return ({ type }) => {
    if (type !== 'ready') return type === 'workspaceChanged';
    const again = begun;
    begun = true;
    return again;
  };
}
