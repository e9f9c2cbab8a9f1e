import type { History } from '../record/history.ts';
import { checkLiveness, checkOwnWrites, checkUnread } from './check-liveness.ts';
import { checkNumbers, checkRealTime, checkSends } from './check-sends.ts';
import { checkReadings, checkStreams } from './check-streams.ts';
import type { Violation } from './violation.ts';

/** Holds a history to all rules, and answers each breach. It knows nothing of the product but what was recorded. */
export function checkHistory(history: History): Violation[] {
  const checks = [
    checkSends,
    checkNumbers,
    checkRealTime,
    checkStreams,
    checkReadings,
    checkUnread,
    checkLiveness,
    checkOwnWrites,
  ];
  return checks.flatMap((check) => check(history));
}
