import type { User } from '@parley/realtime/shapes';
import { expect, test } from 'vitest';
import { rankPeople } from './rank-people.ts';

const person = (id: string, displayName: string): User => ({
  id,
  displayName,
  handle: displayName.toLowerCase().replaceAll(' ', '.'),
  ...{ avatarUrl: null, kind: 'PERSON', title: null, timezone: null, status: null, deactivatedAt: null },
});
const me = person('me', 'Ana Me');
const thread = person('thread', 'Zoe Thread');
const recent = person('recent', 'Yan Recent');
const member = person('member', 'Ann Member');
const outside = person('outside', 'Anna Outside');
const hand = {
  viewerId: 'me',
  threadIds: ['me', 'thread'],
  recentIds: ['me', 'recent', 'thread'],
  members: [me, member, recent, thread],
  others: [outside, member],
  complete: true,
};
const names = (query: string, more = {}) => rankPeople(query, { ...hand, ...more }).map(({ user }) => user.id);

test('who wrote in the thread comes first, then who wrote of late, members, others, and the typist last', () => {
  expect(names('')).toEqual(['thread', 'recent', 'member', 'outside', 'me']);
  expect(names('an')).toEqual(['recent', 'member', 'outside', 'me']);
  expect(names('', { threadIds: [] })).toEqual(['recent', 'thread', 'member', 'outside', 'me']);
});

test('somebody outside is marked, when it is sure that they are', () => {
  const of = (more = {}) => rankPeople('anna', { ...hand, ...more });
  expect(of()).toEqual([{ user: outside, inside: false }]);
  expect(of({ complete: false })).toEqual([{ user: outside, inside: true }]);
});

test('a slip of the finger finds nobody, a handle does', () => {
  expect(names('zoee')).toEqual([]);
  expect(names('ann.mem')).toEqual(['member']);
});
