import type { Realtime } from '@parley/realtime/realtime';
import { presenceTopic } from '@parley/realtime/topics';

/** Says these people's presence again, so that each watcher looks anew at what they may see of it. */
export async function retellPresence(realtime: Realtime, userIds: readonly string[]): Promise<void> {
  for (const change of await realtime.presence.read(userIds)) {
    realtime.hub.publish(presenceTopic(change.userId), JSON.stringify(change));
  }
}
