import type { JobHandlers } from '@parley/jobs/jobs';
import type { Realtime } from '@parley/realtime/realtime';
import { remind } from '../saved/remind-due.ts';
import { sendScheduled } from '../schedule/send-scheduled.ts';

/** What this product does later, by the name of the job. Each does what is due now and nothing else, however often it is asked. */
export function laterHandlers(realtime: Realtime): JobHandlers {
  return {
    'send-scheduled': async ({ id }) => {
      await sendScheduled(realtime, id);
    },
    remind: async (place) => {
      await remind(realtime, place);
    },
  };
}
