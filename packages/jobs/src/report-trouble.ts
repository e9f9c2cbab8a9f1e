import { logger } from '@parley/telemetry/logger';

/** Is told of what nobody waits for: an error, and where in a word or two. */
export type ReportTrouble = (error: unknown, where: string) => void;

const log = logger('jobs');

/** Writes trouble to the log. */
export const logTrouble: ReportTrouble = (err, where) => log.warn({ err }, `Trouble in ${where}.`);

/** The same, but at most once in so many milliseconds: a database that is away is asked every second. */
export function seldom(report: ReportTrouble, everyMs = 30_000): ReportTrouble {
  let silentUntil = 0;
  return (error, where) => {
    if (performance.now() < silentUntil) return;
    silentUntil = performance.now() + everyMs;
    report(error, where);
  };
}
