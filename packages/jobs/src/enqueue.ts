import type { TransactionClient } from '@parley/db/transaction';
import type PgBoss from 'pg-boss';
import { makeBoss, throughDoor } from './boss.ts';
import type { JobName, JobPayload } from './jobs.ts';

export interface EnqueueOptions {
  /** The transaction that also writes the row which the job is about: both are there, or neither. */
  readonly client: TransactionClient;
  /** Not before this moment; at once when left out. */
  readonly at?: Date;
}

const closedDoor = { query: () => Promise.reject(new Error('A job is enqueued in a transaction.')) };
let sender: PgBoss | undefined;

/** Asks for a job from within a transaction. It needs no worker in this process, nor any that runs just now. */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  { client, at }: EnqueueOptions,
): Promise<void> {
  sender ??= makeBoss(closedDoor);
  const id = await sender.send(name, payload, { db: throughDoor(client), ...(at ? { startAfter: at } : {}) });
  if (id === null) throw new Error(`The database has no queue "${name}": bring it up to date and try again.`);
}
