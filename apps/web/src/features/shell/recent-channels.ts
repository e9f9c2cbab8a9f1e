const MOST = 20;
const key = (workspaceId: string): string => `recent-channels ${workspaceId}`;

/** The channels opened last in this workspace on this device, the newest first. Empty where storage is denied. */
export function recentChannels(workspaceId: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(workspaceId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts a channel first among the recent ones. */
export function rememberChannel(workspaceId: string, channelId: string): void {
  const others = recentChannels(workspaceId).filter((other) => other !== channelId);
  try {
    localStorage.setItem(key(workspaceId), JSON.stringify([channelId, ...others].slice(0, MOST)));
  } catch {
    // Storage may be denied.
  }
}
