import type { ChannelEnd, Delivery, History, MembershipChange, SeenMessage, Stream } from '../record/history.ts';
import type { Violation } from './violation.ts';

/** Each reader's streams: only up, whole, true to the final history, and silent after a removal. */
export function checkStreams(history: History): Violation[] {
  const ends = new Map(history.channels.map((channel) => [channel.channelId, readable(channel)]));
  return history.streams.flatMap((stream) => {
    const messages = ends.get(stream.channelId);
    if (!messages) return [];
    const changes = history.memberships.filter(
      ({ userId, channelId }) => userId === stream.readerId && channelId === stream.channelId,
    );
    return [
      ...judgeOrder(stream),
      ...judgePayloads(nameOf(stream), messages, messagesOf(stream.deliveries)),
      ...judgeRemovals(stream, changes),
      ...judgeWholeness(stream, messages, changes),
    ];
  });
}

/** What pages and whole histories said is what the database holds; whole histories leave nothing out. */
export function checkReadings(history: History): Violation[] {
  const polled = history.polls.map(({ userId, channelId, messages }) => ({
    userId,
    channelId,
    messages,
    whole: false,
  }));
  const read = history.channels.flatMap(({ channelId, read }) =>
    read.map(({ userId, messages }) => ({ userId, channelId, messages, whole: true })),
  );
  const ends = new Map(history.channels.map((channel) => [channel.channelId, readable(channel)]));
  return [...polled, ...read].flatMap(({ userId, channelId, messages, whole }) => {
    const stored = ends.get(channelId) ?? new Map<number, SeenMessage>();
    const name = `the history that ${userId} read`;
    const seqs = messages.map(({ seq }) => seq);
    const seen = new Set(seqs);
    const missing = whole ? [...stored.keys()].filter((seq) => !seen.has(seq)) : [];
    return [
      ...judgePayloads(name, stored, messages),
      ...notAscending(seqs).map(
        (seq): Violation => ({ rule: 'STREAM_ORDER', text: `${seq} is out of order in ${name}` }),
      ),
      ...missing.map((seq): Violation => ({ rule: 'LOST', text: `${seq} is not in ${name}` })),
    ];
  });
}

function readable({ stored }: ChannelEnd): Map<number, SeenMessage> {
  return new Map(stored.map((message) => [message.seq, message]));
}

function nameOf({ readerId, channelId }: Stream): string {
  return `the stream of ${readerId} in ${channelId}`;
}

function messagesOf(deliveries: readonly Delivery[]): SeenMessage[] {
  return deliveries.flatMap(({ message }) => message ?? []);
}

function notAscending(seqs: readonly number[]): number[] {
  return seqs.filter((seq, index) => seq <= (seqs[index - 1] ?? -1));
}

function judgeOrder(stream: Stream): Violation[] {
  const wrong = notAscending(stream.deliveries.map(({ seq }) => seq));
  return wrong.map((seq) => ({ rule: 'STREAM_ORDER', text: `${seq} came late or again in ${nameOf(stream)}` }));
}

function judgePayloads(
  name: string,
  stored: ReadonlyMap<number, SeenMessage>,
  messages: readonly SeenMessage[],
): Violation[] {
  const wrong = messages.filter((message) => !isSame(message, stored.get(message.seq)));
  return wrong.map(({ seq }) => ({ rule: 'PAYLOAD', text: `${seq} in ${name} is not what is stored` }));
}

function isSame(one: SeenMessage, other: SeenMessage | undefined): boolean {
  return (
    one.id === other?.id &&
    one.kind === other.kind &&
    one.nonce === other.nonce &&
    one.authorId === other.authorId &&
    one.body === other.body &&
    one.seq === other.seq
  );
}

/** From a removal's own number on nothing may come, until the reader was asked in again. */
function judgeRemovals(stream: Stream, changes: readonly MembershipChange[]): Violation[] {
  return changes.flatMap((change, index) => {
    if (change.kind !== 'removed') return [];
    const until = changes[index + 1]?.invokedAt ?? Number.POSITIVE_INFINITY;
    const leaks = stream.deliveries.filter(({ at, seq }) => seq >= change.seq && at < until && at > change.invokedAt);
    return leaks.map(({ seq }) => ({
      rule: 'REMOVED' as const,
      text: `${seq} came to ${nameOf(stream)}, removed at ${change.seq}`,
    }));
  });
}

/** A member has everything since the start. Who was removed for good has everything up to where the stream ended. */
function judgeWholeness(
  stream: Stream,
  stored: ReadonlyMap<number, SeenMessage>,
  changes: readonly MembershipChange[],
): Violation[] {
  const got = new Set(stream.deliveries.map(({ seq }) => seq));
  const gone = changes.at(-1)?.kind === 'removed';
  const upTo = gone ? (stream.deliveries.at(-1)?.seq ?? stream.startSeq) : Number.POSITIVE_INFINITY;
  const missing = [...stored.keys()].filter((seq) => seq > stream.startSeq && seq <= upTo && !got.has(seq));
  return missing.map((seq) => ({ rule: 'STREAM_WHOLE', text: `${seq} never came to ${nameOf(stream)}` }));
}
