import { z } from 'zod';

const id = z.uuid();

/** Fields that are not known are dropped, so that a worker does what a newer server asks for. */
const payloads = z.object({
  /** Send this scheduled message. */
  'send-scheduled': z.object({ id }),
  /** Tell this person of a message that they wanted to be reminded of. */
  remind: z.object({ userId: id, messageId: id }),
});

type Payloads = z.output<typeof payloads>;

/** The name of a job, which is also the name of its queue. Each is made, with its settings, by a migration. */
export type JobName = keyof Payloads;

/** What a job of that name carries: ids alone, for the row is the truth. */
export type JobPayload<Name extends JobName> = Payloads[Name];

/**
 * What does the jobs. A job is a hint that comes at least once, perhaps late, perhaps after what it speaks of is gone: each
 * of these looks at the row and does what is due now, or nothing. One that throws is tried again later.
 */
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> };

/** All jobs that there are. */
export const jobNames: readonly JobName[] = payloads.keyof().options;

/** What each job must carry. */
export const jobPayloads: { readonly [Name in JobName]: z.ZodType<JobPayload<Name>> } = payloads.shape;

/** The queue of jobs that were tried as often as they may be. Nobody works it: it is for people to look at. */
export const deadLetters = 'dead-letters';
