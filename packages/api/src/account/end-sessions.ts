import { forgetSessions } from '@parley/auth/caller-cache';
import { deleteSessions, type EndedSession } from '@parley/auth/sessions';
import type { Realtime } from '@parley/realtime/realtime';
import { tellSignedOut } from './tell-signed-out.ts';

type Client = NonNullable<Parameters<typeof deleteSessions>[1]>;

/** Deletes all sessions of a person inside a transaction. Once that is committed, say `tellSessionsEnded`. */
export function endSessionsOf(client: Client, userId: string): Promise<EndedSession[]> {
  return deleteSessions({ userId }, client);
}

/** Makes the end of sessions known: to this process, and to every server that holds sockets of theirs. */
export function tellSessionsEnded(realtime: Realtime, ended: readonly EndedSession[]): void {
  forgetSessions(ended.map(({ id }) => id));
  tellSignedOut(realtime, ended);
}
