import { expect, it } from 'vitest';
import { type MessageFacts, notifiable } from './notifiable.ts';
import { decideNotification } from './notification.policy.ts';
import type { NotificationPlace } from './notification-place.ts';

const place = (userId: string): NotificationPlace => ({
  userId,
  channelId: 'general',
  kind: 'PUBLIC',
  level: 'MENTIONS',
  mutedUntil: null,
  joinedAt: new Date(0),
  lastReadSeq: 0,
  dndUntil: null,
  schedule: null,
  keywords: ['Lunch'],
  threads: {},
  blocked: [],
});

it('folds a text once, however many have keywords, and not for who has none', () => {
  let asked = 0;
  const facts: MessageFacts = {
    seq: 1,
    kind: 'USER',
    deleted: false,
    parentId: null,
    alsoToChannel: false,
    mentions: { userIds: [], channel: false, here: false },
    author: { id: 'ana', displayName: 'Ana' },
    get body() {
      asked += 1;
      return 'LUNCH?';
    },
  };
  const decide = (whose: NotificationPlace) => decideNotification(notifiable(facts, whose, 'AWAY'), new Date());
  expect(decide({ ...place('dag'), keywords: null })).toMatchObject({ notify: false });
  expect(asked).toBe(0);
  for (const userId of ['ben', 'cem']) expect(decide(place(userId))).toEqual({ notify: true, reason: 'KEYWORD' });
  expect(asked).toBe(1);
});
