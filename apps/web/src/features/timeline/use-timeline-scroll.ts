'use client';

import { type RefObject, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { type ScrollEvents, type ScrollState, TimelineScroll } from './timeline-scroll.ts';

export interface TimelineScrolling {
  scroll: TimelineScroll;
  state: ScrollState;
  /** For the scrolling element. */
  scrollerRef: (element: HTMLElement | null) => void;
}

/** A timeline's scrolling for as long as the component stands. What `events` says may change with each drawing. */
export function useTimelineScroll(events: RefObject<ScrollEvents>): TimelineScrolling {
  const [scroll] = useState(
    () =>
      new TimelineScroll({
        onEdges: (edges) => events.current.onEdges(edges),
        onView: () => events.current.onView(),
      }),
  );
  const state = useSyncExternalStore(scroll.subscribe, scroll.state, scroll.state);
  const detach = useRef<(() => void) | null>(null);
  const scrollerRef = useCallback(
    (element: HTMLElement | null) => {
      detach.current?.();
      detach.current = element && scroll.attach(element);
    },
    [scroll],
  );
  return { scroll, state, scrollerRef };
}
