import { pool } from '@parley/db/pool';
import { readTail, type SearchTail } from './read-tail.ts';

/** So few that whoever changes one of them waits some 30 ms at most. */
const mostAtOnce = 200;
const pauseMs = 1_000;
const measureEveryMs = 10_000;
/** Sends go first: it rests so many times as long as a batch took. */
const restRatio = 3;

// Index Scan using "Message_search_tail_idx", then a probe of the primary key for each. It waits for nobody's lock, and readers of
// keys (a reaction, a reply) do not wait for its own. What a crash takes back stands in the tail again: no disk is waited for.
/** Takes the oldest of the tail into the indexes of search, and answers how many. */
export const takeText = `WITH tail AS (
    SELECT id FROM "Message" WHERE NOT "searchIndexed" ORDER BY id LIMIT ${mostAtOnce} FOR NO KEY UPDATE SKIP LOCKED
  ), quick AS (
    SELECT set_config('synchronous_commit', 'off', true)
  ), held AS (
    UPDATE "Message" SET "searchIndexed" = true WHERE id = ANY(ARRAY(SELECT id FROM tail)) RETURNING id
  )
  SELECT count(*)::int AS count FROM held, quick`;

/** Planned anew each time: a plan that was kept from when the table was small would read all of it for each batch. */
async function take(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(takeText);
  return rows[0]?.count ?? 0;
}

/**
 * Brings the oldest messages that the indexes of search do not hold into them, in short transactions until none is left that
 * nobody else has locked; answers how many. Any number of processes may do it together.
 */
export async function indexTail(goesOn: () => boolean = () => true): Promise<number> {
  let total = 0;
  while (goesOn()) {
    const count = await take();
    total += count;
    if (count < mostAtOnce) break;
  }
  return total;
}

/** Takes a batch; answers how long to leave the machine to those who send, in milliseconds. */
async function takeAndRest(): Promise<number> {
  const start = performance.now();
  const count = await take();
  return count < mostAtOnce ? pauseMs : (performance.now() - start) * restRatio;
}

/**
 * Starts keeping the tail short: what was sent or edited enters the indexes of search about a second later. Until then each search
 * reads it as it stands. While there is more, it rests three times as long as it works. Tells every 10 s how long the tail is. Answers
 * how to stop, which waits for what is under way.
 */
export function startIndexing(
  onError: (error: unknown) => void,
  onMeasured: (tail: SearchTail) => void = () => undefined,
): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let measureAt = 0;
  const step = async (): Promise<number> => {
    const rest = await takeAndRest();
    if (performance.now() >= measureAt) {
      onMeasured(await readTail());
      measureAt = performance.now() + measureEveryMs;
    }
    return rest;
  };
  const work = async (): Promise<void> => {
    const rest = await step().catch((error: unknown) => {
      onError(error);
      return pauseMs;
    });
    if (!stopped) timer = setTimeout(start, rest);
  };
  let underWay = Promise.resolve();
  const start = (): void => {
    underWay = work();
  };
  start();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await underWay;
  };
}
