import { realtime } from '@parley/realtime/realtime';
import { databaseAnswers } from './database-answers.ts';

export interface Readiness {
  /** Without the database nothing can be answered. */
  readonly database: boolean;
  /** Without the bus everything works, some of it seconds later. */
  readonly bus: boolean;
}

/** Whether what this process depends on answers. Never rejects. */
export async function readiness(): Promise<Readiness> {
  return { database: await databaseAnswers(), bus: realtime().bus.healthy() };
}
