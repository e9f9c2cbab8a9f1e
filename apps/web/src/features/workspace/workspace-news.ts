import type { InboxEvent } from '@parley/realtime/events';

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
