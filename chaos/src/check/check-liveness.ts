import { groupBy } from '../record/group-by.ts';
import type { History, MembershipChange, Stream } from '../record/history.ts';
import { acknowledgements, wasConnected } from './staleness.ts';
import type { Violation } from './violation.ts';

/** How long a connected reader may be behind while nothing is broken, in milliseconds. */
const PATIENCE_MS = 10_000;

/** No connected reader stays behind while nothing is broken. */
export function checkLiveness(history: History): Violation[] {
  const acknowledged = acknowledgements(history);
  return history.streams.flatMap((stream) => {
    const cameAt = new Map(stream.deliveries.map(({ at, seq }) => [seq, at]));
    const late = [...(acknowledged.get(stream.channelId) ?? [])].filter(([seq, at]) => {
      const limit = at + PATIENCE_MS;
      const came = cameAt.get(seq) ?? Number.POSITIVE_INFINITY;
      return (
        came > limit &&
        seq > stream.startSeq &&
        limit <= history.endedAt &&
        wasConnected(stream, at, limit) &&
        isCalm(history, at, limit) &&
        wasMember(stream, history.memberships, { seq, at, limit })
      );
    });
    return late.map(([seq]) => ({
      rule: 'HANGING' as const,
      text: `${seq} did not come to ${stream.readerId} within ${PATIENCE_MS / 1000} s`,
    }));
  });
}

function isCalm({ faults }: History, from: number, to: number): boolean {
  return faults.every((fault) => fault.from > to || (fault.to ?? Number.POSITIVE_INFINITY) < from);
}

function wasMember(
  { readerId, channelId }: Stream,
  memberships: readonly MembershipChange[],
  { seq, at, limit }: { seq: number; at: number; limit: number },
): boolean {
  const own = memberships.filter((change) => change.userId === readerId && change.channelId === channelId);
  const changedMeanwhile = own.some(({ invokedAt, doneAt }) => invokedAt <= limit && doneAt >= at);
  return !changedMeanwhile && own.findLast((change) => change.seq < seq)?.kind !== 'removed';
}

/** A newest page holds all that was acknowledged before it was asked for, as far back as it goes. */
export function checkOwnWrites(history: History): Violation[] {
  const acknowledged = new Map(
    [...acknowledgements(history)].map(([channelId, times]) => [channelId, byTime(times)] as const),
  );
  return history.polls.flatMap(({ userId, channelId, from, messages }) => {
    const seqs = new Set(messages.map(({ seq }) => seq));
    const oldest = Math.min(...seqs);
    const missing = (acknowledged.get(channelId) ?? []).filter(
      ({ seq, at }) => at < from && !seqs.has(seq) && (seq > oldest || seqs.size === 0),
    );
    return missing.map(({ seq }) => ({
      rule: 'OWN_WRITES' as const,
      text: `${seq} was acknowledged, and not in the page that ${userId} then asked for`,
    }));
  });
}

function byTime(times: ReadonlyMap<number, number>): Array<{ seq: number; at: number }> {
  return [...times].map(([seq, at]) => ({ seq, at }));
}

/** Unread is the number of others' messages after the read position. */
export function checkUnread(history: History): Violation[] {
  return history.channels.flatMap(({ channelId, stored, unread }) => {
    const written = stored.filter(({ kind }) => kind === 'USER');
    const byAuthor = groupBy(written, ({ authorId }) => authorId);
    return unread.flatMap(({ userId, lastReadSeq, unread: said }): Violation[] => {
      const after = (messages: typeof stored) => messages.filter(({ seq }) => seq > lastReadSeq).length;
      const expected = after(written) - after(byAuthor.get(userId) ?? []);
      const text = `${userId} has ${said} unread in ${channelId}, and the history says ${expected}`;
      return said === expected ? [] : [{ rule: 'UNREAD', text }];
    });
  });
}
