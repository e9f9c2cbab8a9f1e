import { setTimeout } from 'node:timers/promises';
import { prepared } from '@parley/db/query';

/** In milliseconds: who waits for an answer hears within 5 s that there is none. */
const LONGEST_WAIT = 3_000;

const ping = prepared<{ alive: number }>({ name: 'web_ready', text: 'SELECT 1 AS alive' });

/** Whether the database answers, and soon. Never rejects. */
export async function databaseAnswers(): Promise<boolean> {
  const waited = new AbortController();
  const answer = ping([]).then(
    () => true,
    () => false,
  );
  const tooLate = setTimeout(LONGEST_WAIT, false, { signal: waited.signal }).catch(() => false);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    waited.abort();
  }
}
