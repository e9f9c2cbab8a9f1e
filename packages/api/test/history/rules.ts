import { prepared } from '@parley/db/query';
import type { Message } from '@parley/realtime/shapes';
import { expect } from 'vitest';
import type { Stage } from './stage.ts';

const numbersInUse = prepared<{ seq: number }>({
  name: 'test_numbers',
  text: `SELECT seq FROM "Message" WHERE "channelId" = $1 AND ("parentId" IS NULL OR "alsoToChannel") ORDER BY seq`,
});
const nonces = prepared<{ nonce: string; count: number }>({
  name: 'test_nonces',
  text: `SELECT nonce, count(*)::int AS count FROM "Message" WHERE "channelId" = $1 GROUP BY 1`,
});

/** The timeline, page after page. */
async function wholeHistory(stage: Stage): Promise<Message[]> {
  const all: Message[] = [];
  let cursor: string | undefined;
  do {
    const page = await stage.owner.call.message.list({ channelId: stage.channelId, limit: 7, cursor });
    all.unshift(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Every row of the channel, as its last change left it. */
export async function finalChanges(stage: Stage) {
  const all = [];
  for (let sinceSeq = 0, more = true; more; ) {
    const page = await stage.owner.call.message.changes({ channelId: stage.channelId, sinceSeq, limit: 100 });
    all.push(...page.items);
    ({ seq: sinceSeq, more } = page);
  }
  return all;
}

/** R1, R2, R3, R8: what was acknowledged is there once, in an order that time agrees with; what was refused is not. */
export async function checkSends(stage: Stage): Promise<void> {
  const history = await wholeHistory(stage);
  const stored = new Map((await nonces([stage.channelId])).map((row) => [row.nonce, row.count]));
  for (const send of stage.sends) expect(stored.get(send.nonce) ?? 0).toBe(send.outcome?.kind === 'ok' ? 1 : 0);
  expect(history.map((message) => message.seq)).toEqual((await numbersInUse([stage.channelId])).map((row) => row.seq));
  const acknowledged = stage.sends.flatMap(({ invokedAt, outcome }) =>
    outcome?.kind === 'ok' ? [{ ...outcome, invokedAt }] : [],
  );
  for (const first of acknowledged) {
    for (const later of acknowledged) if (first.at < later.invokedAt) expect(first.seq).toBeLessThan(later.seq);
  }
}

/** R2: every number belongs to a change; the ones that are not in sight were replaced by later changes of the same row. */
export async function checkNumbers(stage: Stage): Promise<void> {
  const { seq } = await stage.owner.call.channel.get({ channelId: stage.channelId });
  const changes = await finalChanges(stage);
  const numbers = changes.map((change) => change.seq);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.at(-1)).toBe(seq);
}

/** R4, R5, R6: each stream only goes up, ends at the reader's removal, and holds the last version of all that is there. */
export async function checkReaders(stage: Stage): Promise<void> {
  expect(stage.leaks).toEqual([]);
  const places = await stage.present();
  const changes = await finalChanges(stage);
  for (const reader of stage.readers) {
    const numbers = reader.received.map((received) => received.seq);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    const place = places.get(reader.person.user.id);
    if (!place?.present) {
      expect(Math.max(0, ...numbers)).toBeLessThan(place?.changeSeq ?? 0);
      continue;
    }
    const got = new Map(reader.received.map((received) => [received.seq, received.event]));
    const start = reader.start;
    for (const change of changes.filter((change) => change.seq > start)) {
      const event = got.get(change.seq);
      if (change.event.type === 'message') expect(event).toEqual(change.event);
      else if (change.event.type === 'member') expect(event).toMatchObject({ member: change.event.member });
      else expect(event?.type).toBe(change.event.type);
    }
  }
}

/** R9: unread is what the history says it is: others' messages after the read position. */
export async function checkUnread(stage: Stage): Promise<void> {
  const history = await wholeHistory(stage);
  const places = await stage.present();
  for (const { person } of stage.readers) {
    if (!places.get(person.user.id)?.present) continue;
    const { membership } = await person.call.channel.get({ channelId: stage.channelId });
    const unread = history.filter(
      (message) =>
        message.seq > (membership?.lastReadSeq ?? 0) &&
        message.kind === 'USER' &&
        message.author.id !== person.user.id &&
        !message.deletedAt,
    );
    expect(membership?.unread).toBe(unread.length);
  }
}
