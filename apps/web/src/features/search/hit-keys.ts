import type { KeyboardEvent, RefObject } from 'react';

const hitsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-hit]')];

/** Moves the focus to the next (1) or previous (-1) hit of a list. Answers whether there was one. */
export function moveAmongHits(list: Element, step: 1 | -1): boolean {
  const hits = hitsIn(list);
  const current = hits.findIndex((hit) => hit === document.activeElement);
  const next = hits[current === -1 ? (step === 1 ? 0 : hits.length) : current + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

/** Arrow keys move between the hits of a list; above the first one is the field. */
export function hitKeys(field: RefObject<HTMLInputElement | null>) {
  return (event: KeyboardEvent): void => {
    const steps: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (!step || !(event.target instanceof Element) || !event.target.matches('[data-hit]')) return;
    event.preventDefault();
    if (!moveAmongHits(event.currentTarget, step) && step === -1) field.current?.focus();
  };
}
