import type { Caller } from '@parley/auth/authenticate';
import { recheckSession } from '@parley/auth/authenticate';
import type { Realtime } from '@parley/realtime/realtime';
import { userSignalSchema } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import { logger } from '@parley/telemetry/logger';

const RECHECK_MS = 20_000;

/**
 * Calls `onEnd` once when the caller's session has ended: at the word of it, or at the latest when the database is asked
 * again. Returns how to stop watching.
 */
export function watchSession(caller: Caller, { hub }: Realtime, onEnd: () => void): () => void {
  const { id: sessionId, userId } = caller.session;
  const subscription = hub.listen(userTopic(userId), (payload) => {
    if (payload.includes('"signedOut"') && endsSession(payload, sessionId)) end();
  });
  const recheck = () => {
    recheckSession(sessionId).then(
      (found) => found ?? end(),
      // The database does not answer, which ends nobody's session.
      (error: unknown) => logger('web').debug({ err: error }, 'A session could not be asked for.'),
    );
  };
  const timer = setInterval(recheck, RECHECK_MS).unref();
  void subscription.ready.then(recheck);

  function stop(): void {
    clearInterval(timer);
    subscription.close();
  }
  function end(): void {
    stop();
    onEnd();
  }
  return stop;
}

function endsSession(payload: string, sessionId: string): boolean {
  const { data: signal } = userSignalSchema.safeParse(JSON.parse(payload));
  return signal?.type === 'signedOut' && (signal.sessionIds === 'all' || signal.sessionIds.includes(sessionId));
}
