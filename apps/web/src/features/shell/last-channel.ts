const key = (workspaceId: string): string => `last-channel ${workspaceId}`;

/** The channel that was open last in this workspace on this device, or null. */
export function lastChannel(workspaceId: string): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(key(workspaceId));
  } catch {
    return null;
  }
}

/** Remembers the open channel. Without storage it is just forgotten. */
export function rememberChannel(workspaceId: string, channelId: string): void {
  try {
    localStorage.setItem(key(workspaceId), channelId);
  } catch {
    // Storage may be denied.
  }
}
