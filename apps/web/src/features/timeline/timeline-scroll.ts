import { type Anchor, anchorIn, driftOf } from './anchor.ts';
import { covers, type Drawn, firstRange, fitRange } from './drawn-range.ts';
import { RowElements } from './row-elements.ts';
import { type LayoutChange, NO_ROWS, RowLayout, type RowRange } from './row-layout.ts';
import type { PlaceRules } from './row-place.ts';
import { type Goal, wantedTop } from './scroll-goal.ts';
import type { TimelineRows } from './timeline-rows.ts';

export interface ScrollState {
  /** At the end, so that what is new is shown. */
  readonly stuck: boolean;
  /** Rises when other rows are to be drawn. */
  readonly revision: number;
}

export interface ScrollEvents {
  /** Called after scrolling and drawing, with how much is drawn beyond the view, in px. */
  onEdges(edges: { above: number; below: number }): void;
  /** Called when what is in view may have changed. */
  onView(): void;
}

/** This near to the end counts as the end, in px. */
const STICK = 100;
/** A reader who scrolls up is not pulled back to the end for so long, in milliseconds. */
const GRIP = 400;

/**
 * Keeps the timeline where the reader wants it. The scrolling element is a reversed column, so it keeps its distance
 * from the end by itself in every engine; what changes between the reader and the end is corrected here before painting.
 */
export class TimelineScroll {
  readonly layout = new RowLayout();
  readonly #events: ScrollEvents;
  readonly #elements = new RowElements();
  readonly #listeners = new Set<() => void>();
  readonly #indexes = new Map<string, number>();
  #scroller: HTMLElement | null = null;
  #follows = true;
  #state: ScrollState = { stuck: true, revision: 0 };
  #drawn: Drawn = { start: 0, end: 0, rows: NO_ROWS, rules: { timeZone: undefined, dividerSeq: null } };
  /** What the view was put in its place for. */
  #settled: { drawn: Drawn; state: ScrollState } | null = null;
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
    return this.#drawn;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): ScrollState => this.#state;

  /** Begins watching the scrolling element. Returns what ends it. */
  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#takeOver(scroller);
    const offResize = this.#elements.watch(scroller, (heights) => this.#onResize(heights));
    const onScroll = () => this.#onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      offResize();
      this.#scroller = null;
    };
  }

  /** A row was drawn. Returns what is to be called when it goes. */
  mountRow(key: string, element: HTMLElement): () => void {
    const unmount = this.#elements.mount(key, element);
    return () => {
      // A row that is no longer drawn must not take the focus with it to nowhere.
      if (unmount()) queueMicrotask(() => this.#scroller?.focus({ preventScroll: true }));
    };
  }

  elementOf(key: string): HTMLElement | undefined {
    return this.#elements.get(key);
  }

  /**
   * Takes the rows as they are now and answers what to draw of them. `follows` says that they reach to the newest
   * message. For rendering: the same again changes nothing.
   */
  update(rows: TimelineRows, rules: PlaceRules & { follows: boolean }): Drawn {
    this.#follows = rules.follows;
    const { start, end } = this.#fit(this.layout.sync(rows, rules));
    const known = this.#drawn;
    const same = known.rows === rows && known.rules === rules && known.start === start && known.end === end;
    if (!same) this.#drawn = { start, end, rows, rules };
    return this.#drawn;
  }

  /** Goes to a place, at once or as soon as it is drawn. */
  go(goal: Goal): void {
    this.#goal = goal;
    if (goal.to === 'end') this.#setState({ stuck: true });
    this.#redraw();
  }

  /**
   * After drawing and before painting: measures what is new and puts the view where it belongs. Does nothing when what
   * was drawn has no part in where the rows are.
   */
  settle(): void {
    const scroller = this.#scroller;
    const settled = this.#settled?.drawn === this.#drawn && this.#settled.state === this.#state;
    if (!scroller || (settled && !this.#goal)) return;
    this.#settled = { drawn: this.#drawn, state: this.#state };
    this.#indexRange();
    this.#measure(this.#elements.takeFresh());
    if (this.#goal) this.#reachGoal(scroller, this.#goal);
    else this.#keep(scroller);
    if (this.#follows && this.#fromEnd(scroller) <= 1) this.#setState({ stuck: true });
    this.#rememberUnlessAtEnd(scroller);
    this.#lastKey = this.layout.rows.at(this.layout.rows.count - 1)?.key;
    if (!this.#covered()) this.#redraw();
    this.#tellEdges(scroller);
    this.#events.onView();
  }

  /** Whether a row is in view: the whole of it, or as much as fits. */
  shows(index: number): boolean {
    const element = this.#elementAt(index);
    if (!this.#scroller || !element) return false;
    const view = this.#scroller.getBoundingClientRect();
    const row = element.getBoundingClientRect();
    return row.bottom > view.top && row.bottom <= view.bottom + 2;
  }

  /** Where the reader is, to come back to; null at the end. */
  position(): { seq: number; top: number } | null {
    if (this.#state.stuck || !this.#anchor) return null;
    return { seq: this.#anchor.seq, top: this.#anchor.top };
  }

  #fit(change: LayoutChange): RowRange {
    if (!this.#scroller) return firstRange(this.layout);
    const { start, end } = this.#drawn;
    const moved = change.kind === 'kept' ? change.prepended : -end;
    const drawn = { start: Math.max(0, start + moved), end: Math.max(0, end + moved) };
    const follows = this.#state.stuck || this.#goal?.to === 'end';
    return fitRange(this.layout, { ...drawn, follows }, this.#view(this.#scroller));
  }

  /** Who scrolled the page that came as HTML, before it ran, stays where they are. */
  #takeOver(scroller: HTMLElement): void {
    if (this.#goal?.to !== 'end' || this.#fromEnd(scroller) <= STICK) return;
    this.#goal = null;
    this.#setState({ stuck: false });
  }

  #elementAt(index: number): HTMLElement | undefined {
    const key = this.layout.rows.at(index)?.key;
    return key === undefined ? undefined : this.#elements.get(key);
  }

  #indexRange(): void {
    this.#indexes.clear();
    for (let index = this.#drawn.start; index < this.#drawn.end; index += 1) {
      const key = this.layout.rows.at(index)?.key;
      if (key !== undefined) this.#indexes.set(key, index);
    }
  }

  #measure(heights: ReadonlyMap<string, number>): void {
    for (const [key, height] of heights) {
      const index = this.#indexes.get(key);
      if (index !== undefined) this.layout.measure(index, height);
    }
  }

  #onResize(heights: ReadonlyMap<string, number>): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    this.#measure(heights);
    if (!this.#goal) this.#keep(scroller);
    this.#rememberUnlessAtEnd(scroller);
    if (!this.#covered()) this.#redraw();
    this.#events.onView();
  }

  #onScroll(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    if (scroller.scrollTop < this.#lastScrollTop - 1) this.#wentUpAt = performance.now();
    this.#remember(scroller);
    this.#setState({ stuck: this.#follows && this.#fromEnd(scroller) <= STICK });
    if (!this.#covered()) this.#redraw();
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
    const place = { top, height: row.height, viewHeight: view.height, fromEnd: this.#fromEnd(scroller) };
    scroller.scrollTop += top - wantedTop(goal, place);
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
    const element = this.#anchor && this.#elements.get(this.#anchor.key);
    if (!this.#anchor || !element) return;
    const moved = driftOf(this.#anchor, scroller, element);
    if (Math.abs(moved) > 0.5) scroller.scrollTop += moved;
  }

  /** At the very end nothing needs to be held: the reversed column keeps it. Scrolling away from it notes a row again. */
  #rememberUnlessAtEnd(scroller: HTMLElement): void {
    if (!this.#state.stuck || this.#fromEnd(scroller) > 1) {
      this.#remember(scroller);
      return;
    }
    this.#anchor = null;
    this.#lastScrollTop = scroller.scrollTop;
  }

  #remember(scroller: HTMLElement): void {
    this.#lastScrollTop = scroller.scrollTop;
    const elementOf = (key: string) => this.#elements.get(key);
    this.#anchor = anchorIn(scroller, { layout: this.layout, range: this.#drawn, elementOf }) ?? this.#anchor;
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

  #covered(): boolean {
    return !this.#scroller || covers(this.layout, this.#drawn, this.#view(this.#scroller));
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
