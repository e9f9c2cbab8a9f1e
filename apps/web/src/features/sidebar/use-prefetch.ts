'use client';

import { type RefObject, useEffect } from 'react';
import { useSync } from '../../sync/sync-provider.tsx';

/** How long a row is pointed at before its channel is fetched, in milliseconds: a pointer on its way elsewhere asks for nothing. */
const DWELL = 80;

/**
 * Fetches the newest messages of the channel whose row (`data-channel`) is pointed at, has the focus or is pressed, so
 * that they are there when it opens. Asks for nothing while the list scrolls under the pointer.
 */
export function usePrefetch(list: RefObject<HTMLElement | null>): void {
  const sync = useSync();
  useEffect(() => {
    const element = list.current;
    return element ? watchRows(element, (channelId) => void sync.log(channelId).catch(() => undefined)) : undefined;
  }, [list, sync]);
}

function channelAt(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-channel]') : null;
  return row?.dataset.channel ?? null;
}

function watchRows(list: HTMLElement, fetch: (channelId: string) => void): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (channelId: string | null): void => {
    if (channelId === waiting) return;
    clearTimeout(timer);
    waiting = channelId;
    if (channelId !== null) timer = setTimeout(() => fetch(channelId), DWELL);
  };
  list.addEventListener('pointerover', ({ target }) => wait(channelAt(target)), options);
  list.addEventListener('focusin', ({ target }) => wait(channelAt(target)), options);
  list.addEventListener('pointerleave', () => wait(null), options);
  list.addEventListener('scroll', () => wait(null), options);
  list.addEventListener(
    'pointerdown',
    ({ target }) => {
      const pressed = channelAt(target);
      if (pressed !== null) fetch(pressed);
    },
    options,
  );
  // The pointer may have been there before anybody listened.
  wait(channelAt(list.querySelector('[data-channel]:hover')));
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
