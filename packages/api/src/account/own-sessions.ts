import { listSessions, revokeSessions } from '@parley/auth/sessions';
import { notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type Session, sessionView } from './account.view.ts';
import { tellSignedOut } from './tell-signed-out.ts';

/** The devices on which the caller is signed in, the latest used first. */
export async function listOwnSessions({ caller }: VerbContext): Promise<Session[]> {
  const rows = await listSessions(caller.user.id);
  return rows.map((row) => sessionView(row, caller));
}

/** Signs one of the caller's devices out, at once and with its open sockets. One that is not theirs is NOT_FOUND. */
export async function revokeOwnSession({ caller, realtime }: VerbContext, sessionId: string): Promise<{ id: string }> {
  const ended = await revokeSessions({ userId: caller.user.id, sessionId });
  if (ended.length === 0) throw notFound();
  tellSignedOut(realtime, ended);
  return { id: sessionId };
}

/** Signs the caller out everywhere but here. */
export async function revokeOtherSessions({ caller, realtime }: VerbContext): Promise<{ endedSessions: number }> {
  const ended = await revokeSessions({ userId: caller.user.id, exceptSessionId: caller.session.id });
  tellSignedOut(realtime, ended);
  return { endedSessions: ended.length };
}
