import { processState } from '@parley/db/process-state';
import { prepared } from '@parley/db/query';
import type { Realtime } from '@parley/realtime/realtime';
import type { ReceiptSignal } from '@parley/realtime/signals';
import { channelSignalTopic } from '@parley/realtime/topics';

/** A person had read a channel, or one of its threads, up to a number at a moment. */
export interface ReadMark {
  readonly channelId: string;
  /** The message that a thread hangs on; null for the channel's timeline. */
  readonly parentId: string | null;
  readonly userId: string;
  readonly seq: number;
  readonly readAt: Date;
}

/** Positions in channels wait so long for company: one statement for all, one mark for each person and channel. */
const gatherMs = 10_000;
const mostTogether = 1_000;

// Of people who share what they read, and never behind an earlier mark. Each mark that is written takes the two oldest of
// its place along when they are a month old, so the table does not grow without end and nobody has to sweep it.
const insert = prepared<{ place: string; userId: string }>({
  name: 'read_mark_insert',
  text: `WITH noted AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[]) AS n("channelId", "userId", seq, "readAt")
    ), pruned AS (
      DELETE FROM "ReadMark" k USING noted n
      WHERE k."channelId" = n."channelId" AND k."userId" = n."userId" AND k."readAt" < now() - interval '31 days'
        AND k.seq IN (SELECT o.seq FROM "ReadMark" o WHERE o."channelId" = n."channelId" AND o."userId" = n."userId"
          ORDER BY o.seq LIMIT 2)
    )
    INSERT INTO "ReadMark" ("channelId", "userId", seq, "readAt")
    SELECT n.* FROM noted n JOIN "User" u ON u.id = n."userId" AND u."readReceipts"
    WHERE NOT EXISTS (SELECT FROM "ReadMark" k
      WHERE k."channelId" = n."channelId" AND k."userId" = n."userId" AND k.seq >= n.seq)
    ON CONFLICT DO NOTHING RETURNING "channelId" AS place, "userId"`,
});

async function write(realtime: Realtime, marks: readonly ReadMark[]): Promise<void> {
  const written = await insert([
    marks.map(placeOf),
    marks.map((mark) => mark.userId),
    marks.map((mark) => mark.seq),
    marks.map((mark) => mark.readAt),
  ]);
  const told = new Set(written.map(({ place, userId }) => keyOf(place, userId)));
  for (const mark of marks) {
    if (!told.has(keyOf(placeOf(mark), mark.userId))) continue;
    const signal: ReceiptSignal = { type: 'receipt', ...mark, readAt: mark.readAt.toISOString() };
    realtime.hub.publish(channelSignalTopic(mark.channelId), JSON.stringify(signal));
  }
}

/** What a mark is of: a thread is known by its message. */
function placeOf({ channelId, parentId }: ReadMark): string {
  return parentId ?? channelId;
}

const keyOf = (place: string, userId: string): string => `${place} ${userId}`;

class WaitingReads {
  readonly #realtime: Realtime;
  readonly #waiting = new Map<string, ReadMark>();
  #timer: NodeJS.Timeout | null = null;
  #written: Promise<void> = Promise.resolve();

  constructor(realtime: Realtime) {
    this.#realtime = realtime;
  }

  add(mark: ReadMark): void {
    const key = keyOf(placeOf(mark), mark.userId);
    const before = this.#waiting.get(key);
    if (!before || before.seq < mark.seq) this.#waiting.set(key, mark);
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
  }

  /** Resolves when everything is written that was noted so far, by an earlier flush too. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const marks = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#written = this.#written.then(() => this.#write(marks));
    return this.#written;
  }

  async #write(marks: readonly ReadMark[]): Promise<void> {
    for (let start = 0; start < marks.length; start += mostTogether) {
      const together = marks.slice(start, start + mostTogether);
      // The database did not answer: they wait for the next time.
      await write(this.#realtime, together).catch(() => {
        for (const mark of together) this.add(mark);
      });
    }
  }
}

/** A bundler may make several copies of this module in one process; what waits in any of them is written at its end. */
const places = processState('api.waitingReads', () => new WeakMap<Realtime, WaitingReads>());

function waitingOf(realtime: Realtime): WaitingReads {
  let waiting = places.get(realtime);
  if (!waiting) {
    waiting = new WaitingReads(realtime);
    places.set(realtime, waiting);
  }
  return waiting;
}

/** Notes a read position for receipts: written and told at once with `atOnce`, else with all others of the next 10 s. */
export async function noteRead(realtime: Realtime, mark: Omit<ReadMark, 'readAt'>, atOnce: boolean): Promise<void> {
  const noted = { ...mark, readAt: new Date() };
  if (atOnce) await write(realtime, [noted]);
  else waitingOf(realtime).add(noted);
}

/** Writes what waits of this process now; for its end too, when nobody would write it later. */
export function flushReads(realtime: Realtime): Promise<void> {
  return waitingOf(realtime).flush();
}
