import type { Message } from '@parley/realtime/shapes';
import { dayOf } from './day.ts';

/** Consecutive messages of one author within this are one group, in milliseconds. */
const GROUP_WITHIN = 5 * 60_000;

/** What a row shows because of where it stands. */
export interface RowPlace {
  /** Another day than the message before: the day's name stands above. */
  readonly newDay: boolean;
  /** The first unread message: the divider stands above. */
  readonly firstUnread: boolean;
  /** The first reply of a thread: how many there are stands above. */
  readonly firstReply: boolean;
  /** Goes on after the message above, without picture and name. */
  readonly continues: boolean;
}

/** What is different in a thread. */
export interface ThreadRules {
  /** The message that the thread hangs on, its first row. */
  readonly parentId: string;
  /** Today, as `2026-11-18`: a thread that began today does not say so. */
  readonly today: string;
}

export interface PlaceRules {
  readonly timeZone: string | undefined;
  /** The number of the first unread message; null without a divider. */
  readonly dividerSeq: number | null;
  readonly thread?: ThreadRules | undefined;
  /** Whether a message is folded away; left out where none is. */
  readonly isFolded?: ((message: Message) => boolean) | undefined;
}

/** The place of a message behind `before`. */
export function rowPlace(before: Message | undefined, message: Message, rules: PlaceRules): RowPlace {
  const newDay = beginsDay(before, message, rules);
  const firstUnread = isFirstUnread(before, message, rules.dividerSeq);
  const firstReply = before !== undefined && before.id === rules.thread?.parentId;
  const follows = !newDay && !firstUnread && !firstReply;
  return { newDay, firstUnread, firstReply, continues: follows && continuesGroup(before, message) };
}

function beginsDay(before: Message | undefined, message: Message, { timeZone, thread }: PlaceRules): boolean {
  const day = dayOf(Date.parse(message.createdAt), timeZone);
  if (message.id === thread?.parentId && day === thread.today) return false;
  return !before || dayOf(Date.parse(before.createdAt), timeZone) !== day;
}

function isFirstUnread(before: Message | undefined, message: Message, dividerSeq: number | null): boolean {
  if (dividerSeq === null || message.seq < dividerSeq) return false;
  return (before?.seq ?? -1) < dividerSeq && isNumbered(message);
}

/** Messages that wait have no number yet and are never unread. */
function isNumbered(message: Message): boolean {
  return message.seq !== Number.MAX_SAFE_INTEGER;
}

function continuesGroup(before: Message | undefined, message: Message): boolean {
  if (!before || before.author.id !== message.author.id) return false;
  if (before.kind !== 'USER' || message.kind !== 'USER' || before.deletedAt || message.deletedAt) return false;
  const passed = Date.parse(message.createdAt) - Date.parse(before.createdAt);
  return passed >= -GROUP_WITHIN && passed <= GROUP_WITHIN;
}
