import type { Realtime } from '@parley/realtime/realtime';
import { remindDue } from '../saved/remind-due.ts';
import { sendDue } from '../schedule/send-scheduled.ts';

/**
 * Does whatever is due, found through the indexes of what is still to come: a job that was lost, or died, or was never
 * there, delays a thing and loses none. Throws when some of it could not be done yet.
 */
export async function sweepDue(realtime: Realtime): Promise<void> {
  const swept = await Promise.allSettled([sendDue(realtime), remindDue(realtime)]);
  const failures = swept.filter((one) => one.status === 'rejected').map((one): unknown => one.reason);
  const [cause] = failures;
  if (cause) throw new AggregateError(failures, 'Some of what is due could not be done yet.', { cause });
}
