import type { EndedSession } from '@parley/auth/sessions';
import type { Realtime } from '@parley/realtime/realtime';
import { tellUser } from '../channel/tell-channel.ts';

/** Tells the servers that hold open sockets of these sessions to close them. To be called after the sessions are gone. */
export function tellSignedOut(realtime: Realtime, ended: readonly EndedSession[]): void {
  for (const { id, userId } of ended) tellUser(realtime, userId, { type: 'signedOut', sessionIds: [id] });
}
