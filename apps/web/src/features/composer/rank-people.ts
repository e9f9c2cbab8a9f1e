import type { User } from '@parley/realtime/shapes';
import { matchScore } from '../switcher/match-score.ts';

export interface PeopleAtHand {
  readonly viewerId: string;
  /** Who wrote in the thread, and in the channel, the latest first. */
  readonly threadIds: readonly string[];
  readonly recentIds: readonly string[];
  readonly members: readonly User[];
  /** Found in the workspace; some may be members too. */
  readonly others: readonly User[];
  /** All members are known: whoever is not among them is not in the channel. */
  readonly complete: boolean;
}

export interface RankedPerson {
  readonly user: User;
  readonly inside: boolean;
}

/** A name answers only by a part of it that was typed as it is: a list that guesses stands in the way. */
const LEAST = 3;
const byName = new Intl.Collator(undefined, { sensitivity: 'base' });

/** Whom `@` may mean: who wrote in the thread, who wrote of late, members, others. The viewer comes last. */
export function rankPeople(query: string, hand: PeopleAtHand): RankedPerson[] {
  const inside = new Map(hand.members.map((user) => [user.id, user]));
  const all = new Map([...hand.others.map((user) => [user.id, user] as const), ...inside]);
  const group = new Map<string, number>();
  for (const id of hand.members.map((user) => user.id)) group.set(id, 2e6);
  for (const [index, id] of hand.recentIds.entries()) if (inside.has(id)) group.set(id, 1e6 + index);
  for (const [index, id] of hand.threadIds.entries()) if (inside.has(id)) group.set(id, index);
  group.set(hand.viewerId, 4e6);
  const score = ({ displayName, handle }: User) =>
    query === '' ? LEAST : Math.max(matchScore(query, displayName), matchScore(query, handle));
  const groupOf = (user: User) => group.get(user.id) ?? 3e6;
  return [...all.values()]
    .map((user) => ({ user, score: score(user), group: groupOf(user) }))
    .filter((one) => one.score >= LEAST && one.user.deactivatedAt === null)
    .toSorted(
      (one, other) =>
        one.group - other.group ||
        other.score - one.score ||
        byName.compare(one.user.displayName, other.user.displayName),
    )
    .map(({ user }) => ({ user, inside: inside.has(user.id) || !hand.complete }));
}
