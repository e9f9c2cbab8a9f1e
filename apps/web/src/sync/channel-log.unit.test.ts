import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEvent as applyTo, type NumberedEvent } from './apply-event.ts';
import { addPage, type ChannelLog, LIVE, logOfPage, type MessagePage, type PagePlace } from './channel-log.ts';
import { itemsOf } from './seq-list.ts';
import { talkOf } from './talk.ts';
import { CHANNEL, ModelChannel, message, person } from './testing/model-channel.ts';
import { upsertMessage } from './upsert-message.ts';

const applyEvent = (log: ChannelLog, event: NumberedEvent) => applyTo(log, event, talkOf(CHANNEL));

/** What the log says must be what the server has, for all that the log says it has. */
function expectTrue(log: ChannelLog, channel: ModelChannel): void {
  expect(log.seq).toBe(channel.seq);
  expect(log.spans.at(-1)?.through).toBe(LIVE);
  let covered = -1;
  for (const span of log.spans) {
    expect(span.from).toBeGreaterThan(covered);
    covered = span.through + 1;
    const truth = channel.messages.filter((other) => span.from <= other.seq && other.seq <= span.through);
    expect(itemsOf(span.items)).toEqual(truth);
  }
}

describe('each kind of event: applying it gives what fetching anew gives', () => {
  const kinds: Record<string, (channel: ModelChannel) => void> = {
    'a message': (channel) => channel.send(person(2)),
    'an edit': (channel) => channel.edit(3, 'changed'),
    'a deletion': (channel) => channel.delete(4),
    'a member': (channel) => channel.join(7),
  };
  test.each(Object.entries(kinds))('%s', (_, happen) => {
    const channel = new ModelChannel();
    for (let n = 0; n < 10; n += 1) channel.send();
    const before = logOfPage(channel.newest(50));
    happen(channel);
    const event = channel.events.at(-1);
    if (!event) throw new Error('nothing happened');
    const after = applyEvent(before, event);
    const anew = logOfPage(channel.newest(50));
    expect(anew.seq).not.toBe(before.seq);
    expect(after).not.toEqual(before);
    expect({ spans: after.spans, seq: after.seq }).toEqual({ spans: anew.spans, seq: anew.seq });
    expect(applyEvent(after, event)).toBe(after);
  });
});

type Step =
  | { do: 'send' | 'edit' | 'delete' | 'join' | 'answer' | 'deliver' | 'repeat'; n: number }
  | { do: 'ask'; n: number; where: 'older' | 'newer' | 'around' | 'newest' }
  | { do: 'arrive'; n: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom<'send' | 'edit' | 'delete' | 'join'>('send', 'edit', 'delete', 'join'),
        n: fc.nat(60),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom<'deliver' | 'repeat' | 'answer'>('deliver', 'repeat', 'answer'),
        n: fc.nat(9),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant<'ask'>('ask'),
        n: fc.nat(60),
        where: fc.constantFrom<'older' | 'newer' | 'around' | 'newest'>('older', 'newer', 'around', 'newest'),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant<'arrive'>('arrive'), n: fc.nat(9) }) },
  ),
  { minLength: 5, maxLength: 120 },
);

/** A client that reads and listens, with answers that come late, twice and in any order. */
class Client {
  log: ChannelLog;
  delivered: number;
  readonly #channel: ModelChannel;
  readonly #asked: { page: MessagePage; place: PagePlace }[] = [];

  constructor(channel: ModelChannel) {
    this.#channel = channel;
    this.log = logOfPage(channel.newest(6));
    this.delivered = channel.events.length;
  }

  step(step: Step): void {
    const channel = this.#channel;
    if (step.do === 'send') channel.send(person(step.n % 3));
    if (step.do === 'edit') channel.edit(step.n, `edit ${channel.seq}`);
    if (step.do === 'delete') channel.delete(step.n);
    if (step.do === 'join') channel.join(step.n);
    if (step.do === 'deliver') this.deliver(step.n);
    if (step.do === 'repeat') this.#repeat(step.n);
    if (step.do === 'answer') this.#answer(step.n);
    if (step.do === 'ask') this.#ask(step.where, step.n);
    if (step.do === 'arrive') this.arrive(step.n);
  }

  deliver(count: number): void {
    for (const event of this.#channel.events.slice(this.delivered, this.delivered + count)) {
      this.log = applyEvent(this.log, event);
      this.delivered += 1;
    }
  }

  #repeat(n: number): void {
    const event = this.#channel.events[this.delivered - 1 - n];
    if (event) this.log = applyEvent(this.log, event);
  }

  /** The answer to a call comes before the events that lead up to it. */
  #answer(n: number): void {
    const latest = this.#channel.messages.toSorted((a, b) => b.changeSeq - a.changeSeq)[n];
    if (latest) this.log = upsertMessage(this.log, latest);
  }

  #ask(where: 'older' | 'newer' | 'around' | 'newest', n: number): void {
    const span = this.log.spans[n % this.log.spans.length];
    if (!span) return;
    if (where === 'older' && span.olderCursor)
      this.#asked.push({ page: this.#channel.before(span.from, 4), place: { before: span.from } });
    if (where === 'newer' && span.newerCursor)
      this.#asked.push({ page: this.#channel.after(span.through, 4), place: { after: span.through } });
    if (where === 'around') this.#asked.push({ page: this.#channel.around(n, 5), place: 'anywhere' });
    if (where === 'newest') this.#asked.push({ page: this.#channel.newest(5), place: 'anywhere' });
  }

  arrive(n: number): void {
    const [answer] = this.#asked.splice(n % Math.max(1, this.#asked.length), 1);
    if (!answer) return;
    const added = addPage(this.log, answer.page, answer.place);
    if (added !== 'stale') this.log = added;
  }
}

test('whatever is read and heard, in whatever order, in the end the log is what the server has', () => {
  fc.assert(
    fc.property(fc.nat(40), steps, (first, schedule) => {
      const channel = new ModelChannel();
      for (let n = 0; n < first; n += 1) channel.send();
      const client = new Client(channel);
      for (const step of schedule) client.step(step);
      client.deliver(Number.POSITIVE_INFINITY);
      expectTrue(client.log, channel);
      for (let n = 0; n < 10; n += 1) client.arrive(0);
      expectTrue(client.log, channel);
    }),
    { numRuns: 400 },
  );
});

test('an older state never replaces a newer one', () => {
  const log = logOfPage({
    items: [message(1, { changeSeq: 5, body: 'new' })],
    olderCursor: null,
    newerCursor: null,
    seq: 5,
  });
  expect(upsertMessage(log, message(1, { changeSeq: 3, body: 'old' }))).toBe(log);
});

test('pages meet and become one piece of history', () => {
  const channel = new ModelChannel();
  for (let n = 0; n < 30; n += 1) channel.send();
  let log = logOfPage(channel.newest(5));
  const pages: [MessagePage, PagePlace][] = [
    [channel.around(10, 6), 'anywhere'],
    [channel.after(12, 20), { after: 12 }],
  ];
  const lengths = pages.map(([page, place]) => {
    const added = addPage(log, page, place);
    if (added === 'stale') throw new Error('stale');
    log = added;
    return log.spans.length;
  });
  expect(lengths).toEqual([2, 1]);
  expectTrue(log, channel);
});

test('a page read before changes that were forgotten is refused', () => {
  const channel = new ModelChannel();
  for (let n = 0; n < 30; n += 1) channel.send();
  let log = logOfPage(channel.newest(5));
  const early = channel.before(26, 5);
  for (let n = 0; n < 1_000; n += 1) channel.edit(n, `edit ${n}`);
  for (const event of channel.events.slice(30)) log = applyEvent(log, event);
  expect(addPage(log, early, { before: 26 })).not.toBe('stale');
  for (let n = 0; n < 1_000; n += 1) {
    channel.send();
    const event = channel.events.at(-1);
    if (event) log = applyEvent(log, event);
  }
  expect(addPage(log, early, { before: 26 })).toBe('stale');
});
