import type { Realtime } from '@parley/realtime/realtime';
import type { WorkspaceSignal } from '@parley/realtime/signals';
import { workspaceTopic } from '@parley/realtime/topics';

/** Tells everybody in a workspace that its own emoji are not what they were. To be called after the change is stored. */
export function tellEmojiChanged(realtime: Realtime, workspaceId: string): void {
  const signal: WorkspaceSignal = { type: 'emojiChanged' };
  realtime.hub.publish(workspaceTopic(workspaceId), JSON.stringify(signal));
}
