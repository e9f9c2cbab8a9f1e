import { isUniqueViolation } from '@parley/db/errors';
import { insertMessage, insertMessages, type NewMessage, type PlacedMessage } from './insert-messages.ts';

/** Statements that may be under way before sends begin to wait for one another. */
const maxUnderWay = 2;
const maxGathered = 200;

interface WaitingSend {
  readonly message: NewMessage;
  readonly resolve: (placed: PlacedMessage | null) => void;
  readonly reject: (error: unknown) => void;
}

let waiting: WaitingSend[] = [];
/** The channels of each statement that is under way. */
const underWay = new Set<ReadonlySet<string>>();

/**
 * Places a message: at once when the database is idle, and together with the others that wait when it is not, so that
 * they share one statement and one commit. Answers as `insertMessage` does.
 */
export function placeMessage(message: NewMessage): Promise<PlacedMessage | null> {
  return new Promise((resolve, reject) => {
    waiting.push({ message, resolve, reject });
    startNext();
  });
}

function startNext(): void {
  while (underWay.size < maxUnderWay) {
    const batch = takeBatch();
    if (batch.length === 0) return;
    const channels = new Set(batch.map((send) => send.message.channelId));
    underWay.add(channels);
    const goOn = (): void => {
      underWay.delete(channels);
      startNext();
    };
    // Those who heard of a gathered send at once send again at once: one turn later they stand together, not one before the rest.
    void run(batch).finally(() => (batch.length > 1 ? setImmediate(goOn) : goOn()));
  }
}

/** What need not wait for a channel's row: a second statement for it would only hold a connection until the first commits. */
function takeBatch(): WaitingSend[] {
  const batch: WaitingSend[] = [];
  const rest: WaitingSend[] = [];
  for (const send of waiting) {
    const free = batch.length < maxGathered && ![...underWay].some((channels) => channels.has(send.message.channelId));
    (free ? batch : rest).push(send);
  }
  waiting = rest;
  return batch;
}

async function run(batch: readonly WaitingSend[]): Promise<void> {
  const [first] = batch;
  if (first && batch.length === 1) return placeAlone(first);
  const together = firstOfEachNonce(batch);
  try {
    const placed = await insertMessages(together.map((send) => send.message));
    for (const send of together) send.resolve(placed.get(send.message.id) ?? null);
  } catch (error) {
    // One send that collides with another server's must not take its companions down.
    if (isUniqueViolation(error)) await Promise.all(together.map(placeAlone));
    else for (const send of together) send.reject(error);
  }
  const repeated = batch.filter((send) => !together.includes(send));
  for (const send of repeated) send.resolve(null);
}

async function placeAlone(send: WaitingSend): Promise<void> {
  try {
    send.resolve(await insertMessage(send.message));
  } catch (error) {
    if (isUniqueViolation(error)) send.resolve(null);
    else send.reject(error);
  }
}

/** One statement can't place the same nonce twice; the repetition finds the first one's message afterwards. */
function firstOfEachNonce(batch: readonly WaitingSend[]): WaitingSend[] {
  const seen = new Map<string, WaitingSend>();
  for (const send of batch) {
    const key = `${send.message.authorId} ${send.message.nonce}`;
    if (!seen.has(key)) seen.set(key, send);
  }
  return [...seen.values()];
}
