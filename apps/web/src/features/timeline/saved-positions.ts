export interface SavedPosition {
  readonly seq: number;
  /** From the view's upper edge, in px. */
  readonly top: number;
}

const positions = new Map<string, SavedPosition>();

/** Remembers where a channel was left while the page stands; null when it was left at its end. */
export function savePosition(channelId: string, position: SavedPosition | null): void {
  if (position) positions.set(channelId, position);
  else positions.delete(channelId);
}

export function savedPosition(channelId: string): SavedPosition | undefined {
  return positions.get(channelId);
}
