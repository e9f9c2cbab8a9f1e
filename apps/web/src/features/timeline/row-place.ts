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
  /** Goes on after the message above, without picture and name. */
  readonly continues: boolean;
}

export interface PlaceRules {
  readonly timeZone: string | undefined;
  /** The number of the first unread message; null without a divider. */
  readonly dividerSeq: number | null;
}

/** The place of a message behind `before`. */
export function rowPlace(
  before: Message | undefined,
  message: Message,
  { timeZone, dividerSeq }: PlaceRules,
): RowPlace {
  const at = Date.parse(message.createdAt);
  const newDay = !before || dayOf(Date.parse(before.createdAt), timeZone) !== dayOf(at, timeZone);
  const firstUnread =
    dividerSeq !== null && message.seq >= dividerSeq && (before?.seq ?? -1) < dividerSeq && isNumbered(message);
  return { newDay, firstUnread, continues: !newDay && !firstUnread && continuesGroup(before, message) };
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
