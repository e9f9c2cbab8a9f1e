import type { Message } from '@parley/realtime/shapes';
import { concatLists, indexOfSeq, itemOfSeq, type SeqList, seqListOf, sliceOf, withItem } from './seq-list.ts';

/** A page of history as `message.list` answers it. */
export interface MessagePage {
  readonly items: readonly Message[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
  /** The channel's number when the page was read. */
  readonly seq: number;
}

/** An unbroken piece of history: every message numbered `from` to `through` is in `items`. */
export interface Span {
  readonly from: number;
  readonly through: number;
  readonly items: SeqList<Message>;
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

/** What this browser knows of a channel's messages. Never changed in place. */
export interface ChannelLog {
  /** In order, without overlap. The last one is live: it reaches to the newest message and grows. */
  readonly spans: readonly Span[];
  /** Every change up to this number is in. */
  readonly seq: number;
  /** The latest changes by `changeSeq`: all after `recentFrom`. They correct pages that were read before them. */
  readonly recent: readonly Message[];
  readonly recentFrom: number;
}

/** Where a page was asked for: right before or right after a message that is known. */
export type PagePlace = { before: number } | { after: number } | 'anywhere';

/** The end of the live span. */
export const LIVE = Number.MAX_SAFE_INTEGER;
const RECENT = 400;

function spanOf(page: MessagePage, place: PagePlace): Span {
  const { items, olderCursor, newerCursor } = page;
  return { from: beginOf(page, place), through: endOf(page, place), items: seqListOf(items), olderCursor, newerCursor };
}

/** From where on a page has every message: from the beginning of the channel when nothing is older. */
function beginOf({ items, olderCursor }: MessagePage, place: PagePlace): number {
  if (place !== 'anywhere' && 'after' in place) return place.after + 1;
  return olderCursor === null ? 0 : (items[0]?.seq ?? 0);
}

/** Up to where a page has every message: up to the moment that it was read at when nothing is newer. */
function endOf({ items, newerCursor, seq }: MessagePage, place: PagePlace): number {
  if (place !== 'anywhere' && 'before' in place) return place.before - 1;
  const last = items.at(-1)?.seq;
  return newerCursor === null ? Math.max(seq, last ?? 0) : (last ?? seq);
}

/** A log that begins with the newest page. */
export function logOfPage(page: MessagePage): ChannelLog {
  const live: Span = { ...spanOf(page, 'anywhere'), through: LIVE, newerCursor: null };
  return { spans: [live], seq: page.seq, recent: [], recentFrom: page.seq };
}

/** The span that reaches to now. */
export function liveSpan(log: ChannelLog): Span {
  const live = log.spans.at(-1);
  if (!live) throw new Error('A log has a live span.');
  return live;
}

/** The span that holds the place numbered `seq`, if it was loaded. */
export function spanAt(log: ChannelLog, seq: number): Span | undefined {
  return log.spans.find((span) => span.from <= seq && seq <= span.through);
}

/** The message at `seq`, if it was loaded. */
export function messageAt(log: ChannelLog, seq: number): Message | undefined {
  const span = spanAt(log, seq);
  return span && itemOfSeq(span.items, seq);
}

/** The log with a page in it, or `stale` when the page was read before changes that are no longer remembered. */
export function addPage(log: ChannelLog, page: MessagePage, place: PagePlace): ChannelLog | 'stale' {
  if (page.seq < log.recentFrom) return 'stale';
  let added = spanOf(page, place);
  for (const message of log.recent) {
    if (message.changeSeq > page.seq) added = spanWith(added, message);
  }
  const before = log.spans.filter((span) => span.through + 1 < added.from);
  const after = log.spans.filter((span) => added.through + 1 < span.from);
  const touching = log.spans.slice(before.length, log.spans.length - after.length);
  const joined = touching.reduce(joinSpans, added);
  return { ...log, spans: [...before, joined, ...after] };
}

/** The span with the message's latest state, if it belongs there and says something new. */
export function spanWith(span: Span, message: Message): Span {
  if (message.seq < span.from || message.seq > span.through) return span;
  const known = itemOfSeq(span.items, message.seq);
  if (known && known.changeSeq >= message.changeSeq) return span;
  return { ...span, items: withItem(span.items, message) };
}

function joinSpans(one: Span, other: Span): Span {
  const [lower, upper] = one.from <= other.from ? [one, other] : [other, one];
  const higher = upper.through >= lower.through ? upper : lower;
  const overlap = sliceOf(upper.items, 0, indexOfSeq(upper.items, lower.through + 1));
  const rest = seqListOf(sliceOf(upper.items, overlap.length, upper.items.length));
  let items = lower.items;
  for (const message of overlap) {
    const known = itemOfSeq(items, message.seq);
    if (!known || known.changeSeq < message.changeSeq) items = withItem(items, message);
  }
  return {
    from: lower.from,
    through: higher.through,
    items: overlap.length === 0 ? concatLists(items, upper.items) : concatLists(items, rest),
    olderCursor: lower.olderCursor,
    newerCursor: higher.newerCursor,
  };
}

/** The log, remembering a change for pages that were read before it. */
export function rememberChange(log: ChannelLog, message: Message): ChannelLog {
  if (message.changeSeq <= log.recentFrom) return log;
  const known = log.recent.findLast((other) => other.id === message.id);
  if (known && known.changeSeq >= message.changeSeq) return log;
  const others = known ? log.recent.filter((other) => other !== known) : log.recent;
  const place = others.findLastIndex((other) => other.changeSeq < message.changeSeq) + 1;
  const recent = others.toSpliced(place, 0, message);
  if (recent.length <= RECENT) return { ...log, recent };
  const forgotten = recent.slice(0, recent.length - RECENT / 2);
  return { ...log, recent: recent.slice(-RECENT / 2), recentFrom: forgotten.at(-1)?.changeSeq ?? log.recentFrom };
}

/** The newest message that is not deleted, if it was loaded. */
export function newestMessage(log: ChannelLog): Message | undefined {
  for (const chunk of liveSpan(log).items.chunks.toReversed()) {
    const found = chunk.findLast((message) => message.deletedAt === null);
    if (found) return found;
  }
  return undefined;
}
