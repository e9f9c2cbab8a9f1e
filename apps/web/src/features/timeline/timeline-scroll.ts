import { RowLayout, type RowRange } from './row-layout.ts';
import type { PlaceRules } from './row-place.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** A place to go to. `at` is where in the view the row's top is to be, from 0 (top) to 1. */
export type Goal =
  | { to: 'end' }
  | { to: 'row'; seq: number; at: number | 'middle' }
  | { to: 'offset'; seq: number; top: number };

export interface ScrollState {
  /** At the end, so that what is new is shown. */
  readonly stuck: boolean;
  /** Rises when other rows are to be drawn. */
  readonly revision: number;
}

/** The row that must not move under the reader's eye. */
interface Anchor {
  key: string;
  seq: number;
  /** From the view's upper edge, in px. */
  top: number;
  scrollTop: number;
}

export interface ScrollEvents {
  /** Called after scrolling and drawing, with how much is drawn beyond the view, in px. */
  onEdges(edges: { above: number; below: number }): void;
  /** Called when what is in view may have changed. */
  onView(): void;
}

/** This near to the end counts as the end, in px. */
const STICK = 100;
/** Rows are drawn this far beyond the view, and drawn anew when less than that remains, in px. */
const OVERSCAN = 1_200;
const SPARE = 500;
const FIRST_ROWS = 40;
const MOST_ROWS = 220;
/** What is to be seen before a row that one is brought to, at the least, in px. */
const CONTEXT = 90;
/** A reader who scrolls up is not pulled back to the end for so long, in milliseconds. */
const GRIP = 400;

/**
 * Keeps the timeline where the reader wants it. The scrolling element is a reversed column, so it keeps its distance
 * from the end by itself in every engine; what changes between the reader and the end is corrected here before painting.
 */
export class TimelineScroll {
  readonly layout = new RowLayout();
  readonly #events: ScrollEvents;
  readonly #elements = new Map<string, HTMLElement>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #fresh = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #indexes = new Map<string, number>();
  #resize: ResizeObserver | null = null;
  #scroller: HTMLElement | null = null;
  #follows = true;
  #state: ScrollState = { stuck: true, revision: 0 };
  #range: RowRange = { start: 0, end: 0 };
  #goal: Goal | null = { to: 'end' };
  #anchor: Anchor | null = null;
  #lastKey: string | undefined;
  #lastScrollTop = 0;
  #wentUpAt = 0;

  constructor(events: ScrollEvents) {
    this.#events = events;
  }

  get scroller(): HTMLElement | null {
    return this.#scroller;
  }

  get range(): RowRange {
    return this.#range;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): ScrollState => this.#state;

  /** Begins watching the scrolling element. Returns what ends it. */
  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#resize = new ResizeObserver((entries) => this.#onResize(entries));
    this.#resize.observe(scroller);
    for (const element of this.#elements.values()) this.#resize.observe(element);
    const onScroll = () => this.#onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      this.#resize?.disconnect();
      this.#scroller = null;
    };
  }

  /** A row was drawn. Returns what is to be called when it goes. */
  mountRow(key: string, element: HTMLElement): () => void {
    this.#elements.set(key, element);
    this.#keys.set(element, key);
    this.#fresh.add(key);
    this.#resize?.observe(element);
    return () => {
      if (this.#elements.get(key) === element) this.#elements.delete(key);
      this.#fresh.delete(key);
      this.#resize?.unobserve(element);
      // A row that is no longer drawn must not take the focus with it to nowhere.
      if (element.contains(document.activeElement))
        queueMicrotask(() => this.#scroller?.focus({ preventScroll: true }));
    };
  }

  elementOf(key: string): HTMLElement | undefined {
    return this.#elements.get(key);
  }

  /**
   * Takes the rows as they are now and answers which of them to draw. `follows` says that they reach to the newest
   * message. For rendering: the same again changes nothing.
   */
  update(rows: TimelineRows, rules: PlaceRules & { follows: boolean }): RowRange {
    this.#follows = rules.follows;
    const change = this.layout.sync(rows, rules);
    if (change.kind === 'replaced') this.#range = { start: 0, end: 0 };
    else this.#range = { start: this.#range.start + change.prepended, end: this.#range.end + change.prepended };
    this.#range = this.#fit(this.#range);
    return this.#range;
  }

  /** Goes to a place, at once or as soon as it is drawn. */
  go(goal: Goal): void {
    this.#goal = goal;
    if (goal.to === 'end') this.#setState({ stuck: true });
    this.#redraw();
  }

  /** After drawing and before painting: measures what is new and puts the view where it belongs. */
  settle(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#indexRange();
    for (const key of this.#fresh) this.#measure(key, this.#elements.get(key)?.getBoundingClientRect().height);
    this.#fresh.clear();
    if (this.#goal) this.#reachGoal(scroller, this.#goal);
    else this.#keep(scroller);
    if (this.#follows && this.#fromEnd(scroller) <= 1) this.#setState({ stuck: true });
    this.#remember(scroller);
    this.#lastKey = this.layout.rows.at(this.layout.rows.count - 1)?.key;
    if (!this.#covers(this.#range)) this.#redraw();
    this.#tellEdges(scroller);
    this.#events.onView();
  }

  /** The rows that are wholly or partly in view, as indexes. */
  visible(): RowRange {
    const scroller = this.#scroller;
    if (!scroller) return { start: 0, end: 0 };
    const { top, bottom } = scroller.getBoundingClientRect();
    let { start, end } = this.#range;
    while (start < end && (this.#elementAt(start)?.getBoundingClientRect().bottom ?? bottom) <= top) start += 1;
    while (end > start && (this.#elementAt(end - 1)?.getBoundingClientRect().top ?? top) >= bottom) end -= 1;
    return { start, end };
  }

  /** Where the reader is, to come back to; null at the end. */
  position(): { seq: number; top: number } | null {
    if (this.#state.stuck || !this.#anchor) return null;
    return { seq: this.#anchor.seq, top: this.#anchor.top };
  }

  #elementAt(index: number): HTMLElement | undefined {
    const key = this.layout.rows.at(index)?.key;
    return key === undefined ? undefined : this.#elements.get(key);
  }

  #indexRange(): void {
    this.#indexes.clear();
    for (let index = this.#range.start; index < this.#range.end; index += 1) {
      const key = this.layout.rows.at(index)?.key;
      if (key !== undefined) this.#indexes.set(key, index);
    }
  }

  #measure(key: string, height: number | undefined): boolean {
    const index = this.#indexes.get(key);
    return index !== undefined && height !== undefined && this.layout.measure(index, height);
  }

  #onResize(entries: readonly ResizeObserverEntry[]): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    for (const { target, borderBoxSize } of entries) {
      const key = this.#keys.get(target);
      if (key !== undefined) this.#measure(key, borderBoxSize[0]?.blockSize);
    }
    if (!this.#goal) this.#keep(scroller);
    this.#remember(scroller);
    if (!this.#covers(this.#range)) this.#redraw();
    this.#events.onView();
  }

  #onScroll(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    if (scroller.scrollTop < this.#lastScrollTop - 1) this.#wentUpAt = performance.now();
    this.#remember(scroller);
    this.#setState({ stuck: this.#follows && this.#fromEnd(scroller) <= STICK });
    if (!this.#covers(this.#range)) this.#redraw();
    this.#tellEdges(scroller);
    this.#events.onView();
  }

  #fromEnd(scroller: HTMLElement): number {
    return Math.max(0, -scroller.scrollTop);
  }

  #reachGoal(scroller: HTMLElement, goal: Goal): void {
    if (goal.to === 'end') {
      this.#goal = null;
      scroller.scrollTop = 0;
      return;
    }
    const element = this.#elementAt(Math.min(this.layout.indexOfSeq(goal.seq), this.layout.rows.count - 1));
    if (!element) return;
    this.#goal = null;
    const view = scroller.getBoundingClientRect();
    const row = element.getBoundingClientRect();
    const top = row.top - view.top;
    // Where it would stand at the end: if all behind it fits there, with something before it, that is better still.
    const atEnd = top - this.#fromEnd(scroller);
    const fits = goal.to === 'row' && goal.at !== 'middle' && atEnd >= CONTEXT;
    scroller.scrollTop += top - (fits ? atEnd : wantedTop(goal, { view: view.height, row: row.height }));
    this.#setState({ stuck: false });
  }

  /** Undoes what changing heights did to the reader's place; at the end, shows what is new. */
  #keep(scroller: HTMLElement): void {
    const { rows } = this.layout;
    const isNew = rows.at(rows.count - 1)?.key !== this.#lastKey;
    if (this.#state.stuck) {
      const scrollsUp = performance.now() - this.#wentUpAt < GRIP && this.#fromEnd(scroller) > 0;
      if (isNew && !scrollsUp && scroller.scrollTop !== 0) scroller.scrollTop = 0;
      if (!scrollsUp) return;
    }
    const anchor = this.#anchor;
    const element = anchor && this.#elements.get(anchor.key);
    if (!anchor || !element) return;
    const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const moved = top - anchor.top + (scroller.scrollTop - anchor.scrollTop);
    if (Math.abs(moved) > 0.5) scroller.scrollTop += moved;
  }

  /** Notes the first row that begins in view, or the one that fills it. */
  #remember(scroller: HTMLElement): void {
    this.#lastScrollTop = scroller.scrollTop;
    const edge = scroller.getBoundingClientRect().top;
    let low = this.#range.start;
    let high = this.#range.end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#elementAt(middle)?.getBoundingClientRect().top ?? edge) < edge) low = middle + 1;
      else high = middle;
    }
    const height = scroller.clientHeight;
    const first = this.#elementAt(low)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    const index = first - edge < height || low === this.#range.start ? low : low - 1;
    const row = this.layout.rows.at(index);
    const element = row && this.#elements.get(row.key);
    if (!row || !element) return;
    const top = element.getBoundingClientRect().top - edge;
    this.#anchor = { key: row.key, seq: row.message.seq, top, scrollTop: scroller.scrollTop };
  }

  #tellEdges(scroller: HTMLElement): void {
    const { top, bottom } = this.#view(scroller);
    this.#events.onEdges({ above: top, below: this.layout.total - bottom });
  }

  /** What the view shows, as offsets from the first row. */
  #view(scroller: HTMLElement): { top: number; bottom: number } {
    const { total } = this.layout;
    const height = scroller.clientHeight;
    if (this.#goal && this.#goal.to !== 'end') {
      const top = this.layout.top(this.layout.indexOfSeq(this.#goal.seq)) - height / 2;
      return { top, bottom: top + height };
    }
    const bottom = this.#goal ? total : total - this.#fromEnd(scroller);
    if (this.#state.stuck || !this.#anchor) return { top: bottom - height, bottom };
    const { key, seq, top, scrollTop } = this.#anchor;
    const known = this.layout.indexOf(key, this.layout.indexOfSeq(seq));
    if (known < 0) return { top: bottom - height, bottom };
    const place = this.layout.place(known);
    const own = this.layout.top(known) + this.layout.above(place) - top + (scroller.scrollTop - scrollTop);
    return { top: own, bottom: own + height };
  }

  #covers({ start, end }: RowRange): boolean {
    const scroller = this.#scroller;
    if (!scroller) return true;
    const { top, bottom } = this.#view(scroller);
    const enoughAbove = start === 0 || this.layout.top(start) <= top - SPARE;
    const enoughBelow = end >= this.layout.rows.count || this.layout.top(end) >= bottom + SPARE;
    return enoughAbove && enoughBelow;
  }

  #fit(range: RowRange): RowRange {
    const { count } = this.layout.rows;
    const scroller = this.#scroller;
    if (!scroller) return { start: Math.max(0, count - FIRST_ROWS), end: count };
    const grown = {
      start: range.start,
      end: range.end < count && this.#reachesEnd(range) ? count : Math.min(range.end, count),
    };
    const drawn = grown.end - grown.start;
    if (drawn > 0 && drawn <= MOST_ROWS && this.#covers(grown)) return grown;
    const { top, bottom } = this.#view(scroller);
    const start = this.layout.find(Math.max(0, top - OVERSCAN));
    const end = Math.min(count, this.layout.find(Math.max(0, bottom + OVERSCAN)) + 1);
    return { start, end: Math.max(end, Math.min(count, start + 1)) };
  }

  /** Whether the rows drawn so far went up to the last one, and a few came behind it. */
  #reachesEnd(range: RowRange): boolean {
    return this.layout.rows.count - range.end <= 20 && (this.#state.stuck || this.#goal?.to === 'end');
  }

  #redraw(): void {
    this.#setState({ revision: this.#state.revision + 1 });
  }

  #setState(change: Partial<ScrollState>): void {
    const next = { ...this.#state, ...change };
    if (next.stuck === this.#state.stuck && next.revision === this.#state.revision) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

function wantedTop(goal: Exclude<Goal, { to: 'end' }>, height: { view: number; row: number }): number {
  if (goal.to === 'offset') return goal.top;
  if (goal.at === 'middle') return Math.max(16, (height.view - height.row) / 2);
  return height.view * goal.at;
}
