import { describe, expect, it } from 'vitest';
import {
  decideNotification,
  foldedWords,
  holdsKeyword,
  isWithinSchedule,
  type Notifiable,
} from './notification.policy.ts';

const at = new Date('2026-03-04T10:00:00Z');
const later = new Date('2026-03-04T11:00:00Z');
const earlier = new Date('2026-03-04T09:00:00Z');

type Parts = { [K in keyof Notifiable]?: Partial<Notifiable[K]> };

function decide(
  { message = {}, member = {}, settings = {} }: Omit<Parts, 'presence'>,
  presence: Notifiable['presence'] = 'AWAY',
) {
  const nobody = { userIds: [], channel: false, here: false };
  return decideNotification(
    {
      message: {
        authorId: 'ana',
        kind: 'USER',
        deleted: false,
        folded: () => 'lunch?',
        inThread: false,
        mentions: nobody,
        ...message,
      },
      member: {
        userId: 'ben',
        direct: false,
        level: 'MENTIONS',
        mutedUntil: null,
        followsThread: false,
        blockedAuthor: false,
        cameLater: false,
        hasRead: false,
        ...member,
      },
      settings: { dndUntil: null, schedule: null, keywords: [], ...settings },
      presence,
    },
    at,
  );
}

const toBen = { mentions: { userIds: ['ben'], channel: false, here: false } };
const toHere = { mentions: { userIds: [], channel: false, here: true } };
const mornings = { timezone: 'Europe/Berlin', days: [{ day: 3, from: '08:00', to: '12:00' }] };

describe('a person is notified', () => {
  it.each([
    ['DIRECT', decide({ member: { direct: true } })],
    ['MENTION', decide({ message: toBen })],
    ['MENTION', decide({ message: { ...toBen, inThread: true } })],
    ['CHANNEL', decide({ message: { mentions: { userIds: [], channel: true, here: false } } })],
    ['HERE', decide({ message: toHere }, 'ONLINE')],
    ['REPLY', decide({ message: { inThread: true }, member: { followsThread: true } })],
    ['REPLY', decide({ message: { inThread: false }, member: { followsThread: true } })],
    ['KEYWORD', decide({ settings: { keywords: ['Lunch'] } })],
    ['ALL', decide({ member: { level: 'ALL' } })],
    [
      'ALL',
      decide({ member: { level: 'ALL', mutedUntil: earlier }, settings: { dndUntil: earlier, schedule: mornings } }),
    ],
  ])('for %s', (reason, decision) => {
    expect(decision).toEqual({ notify: true, reason });
  });
});

describe('a person is left in peace', () => {
  it.each([
    ['OWN', decide({ message: { authorId: 'ben', ...toBen } })],
    ['SYSTEM', decide({ message: { kind: 'SYSTEM', ...toBen } })],
    ['DELETED', decide({ message: { deleted: true, ...toBen } })],
    ['CAME_LATER', decide({ message: toBen, member: { cameLater: true } })],
    ['BLOCKED', decide({ message: toBen, member: { blockedAuthor: true } })],
    ['READ', decide({ message: toBen, member: { hasRead: true } })],
    ['DND', decide({ message: toBen, settings: { dndUntil: later } })],
    ['SCHEDULE', decide({ message: toBen, settings: { schedule: { ...mornings, timezone: 'Asia/Tokyo' } } })],
    ['MUTED', decide({ message: toBen, member: { mutedUntil: later } })],
    ['LEVEL_NONE', decide({ message: toBen, member: { level: 'NONE' } })],
    ['THREAD_NOT_FOLLOWED', decide({ message: { inThread: true }, member: { level: 'ALL' } })],
    ['NOT_CALLED', decide({})],
    ['NOT_CALLED', decide({ message: toHere }, 'AWAY')],
  ])('for %s', (reason, decision) => {
    expect(decision).toEqual({ notify: false, reason });
  });
});

describe('the hours of a week', () => {
  const office = { timezone: 'Europe/Berlin', days: [{ day: 1, from: '09:00', to: '24:00' }] };

  it.each([
    ['2026-03-23T07:59:00Z', false],
    ['2026-03-23T08:00:00Z', true],
    ['2026-03-23T22:59:00Z', true],
    ['2026-03-23T23:00:00Z', false],
    // Summer time began on the Sunday between: the same hour of the wall is an hour earlier.
    ['2026-03-30T06:59:00Z', false],
    ['2026-03-30T07:00:00Z', true],
    ['2026-03-31T08:00:00Z', false],
  ])('at %s: %s', (moment, within) => {
    expect(isWithinSchedule(office, new Date(moment))).toBe(within);
  });
});

describe('a keyword', () => {
  it.each([
    ['The DEPLOY is done', 'deploy', true],
    ['redeployed', 'deploy', false],
    ['c++ is fine', 'C++', true],
    ['STRASSE', 'straße', true],
    ['anything', '', false],
    ['<!here> lunch', 'here', false],
    ['<!channel>', 'channel', false],
    ['ask <@01a20139-2dc3-71e9-838d-3b0ad7140583> in <#01a20139-2dc8-7f97-b8a1-cc8ce45c8ac0>', '01a20139', false],
    ['<!here> is here', 'here', true],
    ['a<b>c', 'b', true],
  ])('in "%s": %s is %s', (body, keyword, held) => {
    expect(holdsKeyword(foldedWords(body), [keyword])).toBe(held);
  });

  it.each(Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ –№'))('may hold %s', (sign) => {
    for (const keyword of [`on${sign}call`, `${sign}call`, `on${sign}`]) {
      expect(holdsKeyword(foldedWords(`who is (${keyword}) now?`), ['lunch', keyword])).toBe(true);
      expect(holdsKeyword('nobody', [keyword])).toBe(false);
    }
  });
});
