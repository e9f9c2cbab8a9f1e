import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../plan/seeded-random.ts';
import type { Send, SendOutcome } from '../record/history.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Person } from './person.ts';
import { type PostOutcome, postMessage } from './post-message.ts';

/** Of all sends, the share whose first attempt is cut off before its answer, and the share that goes to both servers at once. */
const [CUT_SHARE, TWIN_SHARE] = [0.05, 0.03];
const LONGEST_CUT_MS = 12;
const RETRY_MS = { from: 50, to: 300 };
/** A message that is not acknowledged after so long is given up as lost, in milliseconds. */
const GIVE_UP_MS = 60_000;

export interface WriterOptions {
  readonly person: Person;
  readonly channelIds: readonly string[];
  /** The web servers; each attempt goes to another. */
  readonly origins: readonly string[];
  readonly messages: number;
  /** Milliseconds from one message to the next, when the answers come in time. */
  readonly everyMs: number;
  readonly random: SeededRandom;
  readonly recorder: Recorder;
}

/** Writes messages one after the other, each until it is known to be there. */
export async function write(options: WriterOptions): Promise<void> {
  const { messages, everyMs, random } = options;
  const start = performance.now() + random.next() * everyMs;
  for (let count = 0; count < messages; count += 1) {
    await pause(Math.max(0, start + count * everyMs - performance.now()));
    await sendOne(options);
  }
}

async function sendOne({ person, channelIds, origins, random, recorder }: WriterOptions): Promise<void> {
  const message = { nonce: randomUUID(), channelId: random.pick(channelIds), body: bodyOf(random) };
  const authorId = person.userId;
  const send: Send = { ...message, authorId, invokedAt: performance.now(), attempts: 0, outcome: null };
  recorder.sends.push(send);
  const first = random.between(0, origins.length - 1);
  const cutMs = random.chance(CUT_SHARE) ? random.between(1, LONGEST_CUT_MS) : undefined;
  const twins = random.chance(TWIN_SHARE) ? 2 : 1;
  while (!send.outcome && performance.now() - send.invokedAt < GIVE_UP_MS) {
    if (send.attempts > 0) await pause(random.between(RETRY_MS.from, RETRY_MS.to));
    const isFirst = send.attempts === 0;
    const attempts = Array.from({ length: isFirst ? twins : 1 }, () => {
      const origin = origins[(first + send.attempts++) % origins.length] ?? '';
      return postMessage(person, message, { origin, cutMs: isFirst ? cutMs : undefined });
    });
    send.outcome = outcomeOf(await Promise.all(attempts));
  }
  recorder.countSettled();
}

function outcomeOf(posts: readonly PostOutcome[]): SendOutcome | null {
  const at = performance.now();
  const decided = posts.filter((post) => post.kind !== 'unknown');
  const [first] = decided;
  if (!first) return null;
  const disagree = decided.some((post) => JSON.stringify(post) !== JSON.stringify(first));
  return disagree ? { kind: 'refused', at, code: `two answers: ${JSON.stringify(decided)}` } : { ...first, at };
}

function bodyOf(random: SeededRandom): string {
  const words = [
    'ship',
    'it',
    'naïve',
    '本日',
    '<b>',
    '`code`',
    'https://example.org/?a=1&b=2',
    '“quoted”',
    '\\',
    'ok',
  ];
  return Array.from({ length: random.between(1, 30) }, () => random.pick(words)).join(' ');
}
