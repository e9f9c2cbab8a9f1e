import { prepared } from '@parley/db/query';

const sweepSessions = prepared<{ swept: number }>({
  name: 'auth_sweep_sessions',
  text: `WITH gone AS (DELETE FROM "Session" WHERE "endsAt" <= now() OR expires <= now() RETURNING 1)
    SELECT count(*)::int AS swept FROM gone`,
});

const sweepProofs = prepared<{ swept: number }>({
  name: 'auth_sweep_proofs',
  text: `WITH gone AS (DELETE FROM "VerificationToken" WHERE expires <= now() RETURNING 1)
    SELECT count(*)::int AS swept FROM gone`,
});

/** Deletes sessions (with their tokens) and single-use proofs that have ended by themselves, and says how many. */
export async function sweepExpired(): Promise<{ sessions: number; proofs: number }> {
  const [sessions] = await sweepSessions([]);
  const [proofs] = await sweepProofs([]);
  return { sessions: sessions?.swept ?? 0, proofs: proofs?.swept ?? 0 };
}
