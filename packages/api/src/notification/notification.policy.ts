import { foldName } from '../input/text.ts';

/** The hours of the week in which notifications come, on the person's own clock. A day that is not named is quiet. */
export interface NotificationSchedule {
  readonly timezone: string;
  /** `day` is 1 for Monday to 7 for Sunday; `from` and `to` are HH:MM, `to` up to 24:00. */
  readonly days: ReadonlyArray<{ readonly day: number; readonly from: string; readonly to: string }>;
}

/** What the decision is about. */
export interface Notifiable {
  readonly message: {
    readonly authorId: string;
    readonly kind: 'USER' | 'SYSTEM';
    readonly deleted: boolean;
    /** Its text as `foldedWords` makes it: asked for by who has keywords. */
    readonly folded: () => string;
    /** A reply in a thread that the timeline does not show. */
    readonly inThread: boolean;
    readonly mentions: { readonly userIds: readonly string[]; readonly channel: boolean; readonly here: boolean };
  };
  readonly member: {
    readonly userId: string;
    readonly direct: boolean;
    readonly level: 'ALL' | 'MENTIONS' | 'NONE';
    readonly mutedUntil: Date | null;
    /** Is it a reply in a thread that the person follows? */
    readonly followsThread: boolean;
    readonly blockedAuthor: boolean;
    /** Did they come into the channel after it was sent? */
    readonly cameLater: boolean;
    readonly hasRead: boolean;
  };
  readonly settings: {
    readonly dndUntil: Date | null;
    readonly schedule: NotificationSchedule | null;
    readonly keywords: readonly string[];
  };
  readonly presence: 'ONLINE' | 'AWAY' | 'OFFLINE';
}

/** Why somebody is notified of a message. */
export const notifyingReasons = ['DIRECT', 'MENTION', 'CHANNEL', 'HERE', 'REPLY', 'KEYWORD', 'ALL'] as const;
/** Why they are not; the first that holds. */
export const quietReasons = [
  'OWN',
  'SYSTEM',
  'DELETED',
  'CAME_LATER',
  'BLOCKED',
  'READ',
  'DND',
  'SCHEDULE',
  'MUTED',
  'LEVEL_NONE',
  'THREAD_NOT_FOLLOWED',
  'NOT_CALLED',
] as const;

export type Decision =
  | { readonly notify: true; readonly reason: (typeof notifyingReasons)[number] }
  | { readonly notify: false; readonly reason: (typeof quietReasons)[number] };

type Quiet = (typeof quietReasons)[number];

const weekdays: Readonly<Record<string, number>> = { Mon: 1, Tue: 2, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 7 };

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Does the schedule let notifications through at this moment? By the wall clock, so summer time moves with it. */
export function isWithinSchedule({ timezone, days }: NotificationSchedule, at: Date): boolean {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const today = weekdays[parts.get('weekday') ?? ''];
  const now = minutesOf(`${parts.get('hour') ?? '0'}:${parts.get('minute') ?? '0'}`);
  return days.some(({ day, from, to }) => day === today && minutesOf(from) <= now && now < minutesOf(to));
}

/** A person, a channel or everybody in a body: what stands between the brackets is no word that anybody wrote. */
const address = /<[@#!][0-9a-z-]+>/g;

/** What keywords are looked for in: the words of a body, folded. */
export function foldedWords(body: string): string {
  return foldName(body.replace(address, ' '));
}

/** Does a text of `foldedWords` hold one of the words, as a whole word, capitals aside? */
export function holdsKeyword(text: string, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => {
    const word = foldName(keyword);
    if (word === '' || !text.includes(word)) return false;
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
  });
}

function quietFor(asked: Notifiable, at: Date): Quiet | null {
  const { message, member, settings } = asked;
  const reasons: ReadonlyArray<readonly [Quiet, boolean]> = [
    ['OWN', message.authorId === member.userId],
    ['SYSTEM', message.kind === 'SYSTEM'],
    ['DELETED', message.deleted],
    ['CAME_LATER', member.cameLater],
    ['BLOCKED', member.blockedAuthor],
    ['READ', member.hasRead],
    ['DND', settings.dndUntil !== null && settings.dndUntil > at],
    ['SCHEDULE', settings.schedule !== null && !isWithinSchedule(settings.schedule, at)],
    ['MUTED', member.mutedUntil !== null && member.mutedUntil > at],
    ['LEVEL_NONE', member.level === 'NONE'],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? null;
}

type Calling = (typeof notifyingReasons)[number];

function callOf({ message, member, settings, presence }: Notifiable): Calling | null {
  const { mentions, inThread } = message;
  const reasons: ReadonlyArray<readonly [Calling, boolean]> = [
    ['MENTION', mentions.userIds.includes(member.userId)],
    ['REPLY', member.followsThread],
    ['DIRECT', member.direct && !inThread],
    ['CHANNEL', mentions.channel],
    ['HERE', mentions.here && presence === 'ONLINE'],
    ['KEYWORD', settings.keywords.length > 0 && holdsKeyword(message.folded(), settings.keywords)],
    ['ALL', member.level === 'ALL' && !inThread],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? null;
}

/**
 * Is a person notified of a message at a moment, and why? First what keeps it quiet (their own message, a block, do not
 * disturb, their hours, a muted channel), then what calls them, the strongest first.
 */
export function decideNotification(asked: Notifiable, at: Date): Decision {
  const quiet = quietFor(asked, at);
  if (quiet) return { notify: false, reason: quiet };
  const call = callOf(asked);
  if (call) return { notify: true, reason: call };
  return { notify: false, reason: asked.message.inThread ? 'THREAD_NOT_FOLLOWED' : 'NOT_CALLED' };
}
