import type { Message } from '@parley/realtime/shapes';
import { HeightTree } from './height-tree.ts';
import { type PlaceRules, type RowPlace, rowPlace } from './row-place.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** What stands above a row, in px; the style sheet says the same. */
export const DAY_HEIGHT = 40;
export const DIVIDER_HEIGHT = 28;
export const REPLIES_HEIGHT = 36;

/** A piece of the rows, `end` left out. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** What became of the rows that were known before. */
export type LayoutChange = { kind: 'kept'; prepended: number } | { kind: 'replaced' };

/** Before there is anything. */
export const NO_ROWS: TimelineRows = { count: 0, confirmed: 0, at: () => undefined };

/** A guess at the height of a row that was never drawn, in px. */
export function guessHeight({ body, deletedAt }: Message, continues: boolean): number {
  if (deletedAt) return 46;
  let lines = 1;
  for (let at = body.indexOf('\n'); at >= 0 && lines < 400; at = body.indexOf('\n', at + 1)) lines += 1;
  return (continues ? 4 : 27) + 22 * Math.max(lines, Math.ceil(body.length / 90));
}

/** How high each row is, measured or guessed, and where it stands. Rows come at both ends; those between stay. */
export class RowLayout {
  readonly #tree = new HeightTree();
  readonly #measured = new Map<string, number>();
  #rows: TimelineRows = NO_ROWS;
  #rules: PlaceRules = { timeZone: undefined, dividerSeq: null };

  get rows(): TimelineRows {
    return this.#rows;
  }

  /** The height of all rows. */
  get total(): number {
    return this.#tree.total;
  }

  /** Where row `index` begins, with what stands above it. */
  top(index: number): number {
    return this.#tree.before(index);
  }

  /** The height of what stands above a row's own element. */
  above({ newDay, firstUnread, firstReply }: RowPlace): number {
    return (newDay ? DAY_HEIGHT : 0) + (firstUnread ? DIVIDER_HEIGHT : 0) + (firstReply ? REPLIES_HEIGHT : 0);
  }

  /** The row at an offset from the first. */
  find(offset: number): number {
    return this.#tree.find(offset);
  }

  place(index: number): RowPlace {
    const row = this.#rows.at(index);
    if (!row) return { newDay: false, firstUnread: false, firstReply: false, continues: false };
    return rowPlace(this.#rows.at(index - 1)?.message, row.message, this.#rules);
  }

  /** Whether a row is folded away, alone or with its neighbours. */
  isFolded(index: number): boolean {
    const message = this.#rules.isFolded && this.#rows.at(index)?.message;
    return message !== undefined && this.#rules.isFolded?.(message) === true;
  }

  /** The index of the row with this key, looked for from the end; -1 if it is not near there nor at `hint`. */
  indexOf(key: string, hint: number): number {
    if (this.#rows.at(hint)?.key === key) return hint;
    for (let index = this.#rows.count - 1; index >= Math.max(0, this.#rows.count - 200); index -= 1) {
      if (this.#rows.at(index)?.key === key) return index;
    }
    return -1;
  }

  /** The index of the first row numbered `seq` or higher. */
  indexOfSeq(seq: number): number {
    let low = 0;
    let high = this.#rows.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows.at(middle)?.message.seq ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes the rows as they are now. Doing it twice with the same rows changes nothing. */
  sync(rows: TimelineRows, rules: PlaceRules): LayoutChange {
    const before = this.#rows;
    const rulesBefore = this.#rules;
    if (rows === before && rules === rulesBefore) return { kind: 'kept', prepended: 0 };
    const common = commonRows(before, rows);
    this.#rows = rows;
    this.#rules = rules;
    if (common === null || hasOtherDays(rules, rulesBefore)) {
      this.#rebuild();
      return common === null ? { kind: 'replaced' } : { kind: 'kept', prepended: common.prepended };
    }
    const { prepended, kept } = common;
    if (prepended > 0) {
      this.#tree.prepend(Array.from({ length: prepended }, (_, index) => this.#fullHeight(index)));
      this.#refresh(prepended);
    }
    this.#tree.truncate(prepended + kept);
    for (let index = this.#tree.length; index < rows.count; index += 1) this.#tree.push(this.#fullHeight(index));
    if (rules.dividerSeq !== rulesBefore.dividerSeq) {
      for (const seq of [rules.dividerSeq, rulesBefore.dividerSeq])
        if (seq !== null) this.#refresh(this.indexOfSeq(seq));
    }
    return { kind: 'kept', prepended };
  }

  /** Notes a row's height as drawn. Answers whether it is news. */
  measure(index: number, height: number): boolean {
    const key = this.#rows.at(index)?.key;
    if (key === undefined || this.#measured.get(key) === height) return false;
    this.#measured.set(key, height);
    this.#refresh(index);
    return true;
  }

  #refresh(index: number): void {
    if (index < this.#tree.length) this.#tree.set(index, this.#fullHeight(index));
  }

  #rebuild(): void {
    this.#tree.truncate(0);
    this.#tree.prepend(Array.from({ length: this.#rows.count }, (_, index) => this.#fullHeight(index)));
  }

  #fullHeight(index: number): number {
    const row = this.#rows.at(index);
    if (!row) return 0;
    const place = this.place(index);
    return this.above(place) + (this.#measured.get(row.key) ?? guessHeight(row.message, place.continues));
  }
}

/** Whether days begin elsewhere, or are shown otherwise. */
function hasOtherDays(one: PlaceRules, other: PlaceRules): boolean {
  return one.timeZone !== other.timeZone || one.thread?.today !== other.thread?.today;
}

/** How far from the end rows may come between those that are known: answers to calls overtake events a little. */
const UNSETTLED = 200;

/** What two lists of rows have in common: how many came before, and how many of the known ones stand as they stood. */
interface Common {
  prepended: number;
  kept: number;
}

function seqAt(rows: TimelineRows, index: number): number | undefined {
  return rows.at(index)?.message.seq;
}

/** Null when the rows known before are not there any more, in their order. */
function commonRows(before: TimelineRows, after: TimelineRows): Common | null {
  const first = seqAt(before, 0);
  if (first === undefined || before.confirmed === 0) return null;
  let low = 0;
  let high = after.confirmed;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((seqAt(after, middle) ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  if (seqAt(after, low) !== first) return null;
  for (let kept = before.confirmed; kept > Math.max(0, before.confirmed - UNSETTLED); kept -= 1) {
    if (low + kept <= after.confirmed && seqAt(before, kept - 1) === seqAt(after, low + kept - 1)) {
      return { prepended: low, kept };
    }
  }
  return null;
}
