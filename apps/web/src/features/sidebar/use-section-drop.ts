'use client';

import { type RefObject, useEffect } from 'react';
import { useSectionActions } from './use-section-actions.ts';

const TYPE = 'application/x-parley-channel';

function sectionAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-section]') : null;
}

/**
 * Lets the rows of a list (`data-channel`) be dragged into its sections (`data-section`). By keyboard the same is in the
 * row's menu.
 */
export function useSectionDrop(list: RefObject<HTMLElement | null>): void {
  const { place } = useSectionActions();
  useEffect(() => {
    const element = list.current;
    return element ? watchDrags(element, (channelId, key) => void place(channelId, key)) : undefined;
  }, [list, place]);
}

function watchDrags(list: HTMLElement, onDrop: (channelId: string, key: string) => void): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let over: HTMLElement | null = null;
  const mark = (section: HTMLElement | null): void => {
    if (over !== section) over?.removeAttribute('data-drop');
    over = section;
    section?.setAttribute('data-drop', '');
  };
  const isOurs = (event: DragEvent): boolean => event.dataTransfer?.types.includes(TYPE) === true;
  const onStart = (event: DragEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-channel]') : null;
    if (!row?.dataset.channel || !event.dataTransfer) return;
    event.dataTransfer.setData(TYPE, row.dataset.channel);
    event.dataTransfer.effectAllowed = 'move';
  };
  const onOver = (event: DragEvent): void => {
    if (!isOurs(event)) return;
    const section = sectionAt(event.target);
    mark(section);
    if (section) event.preventDefault();
  };
  const onLanded = (event: DragEvent): void => {
    const section = sectionAt(event.target);
    const channelId = event.dataTransfer?.getData(TYPE);
    mark(null);
    if (!isOurs(event) || !channelId || !section?.dataset.section) return;
    event.preventDefault();
    onDrop(channelId, section.dataset.section);
  };
  list.addEventListener('dragstart', onStart, options);
  list.addEventListener('dragover', onOver, options);
  list.addEventListener('drop', onLanded, options);
  list.addEventListener('dragend', () => mark(null), options);
  list.addEventListener('dragleave', (event) => event.target === list && mark(null), options);
  return () => stop.abort();
}
