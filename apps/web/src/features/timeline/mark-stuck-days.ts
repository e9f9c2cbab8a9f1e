/** Marks the day names that lie over messages, so that they get an outline. */
export function markStuckDays(scroller: HTMLElement): void {
  const edge = scroller.getBoundingClientRect().top;
  for (const name of scroller.querySelectorAll<HTMLElement>('[data-day]')) {
    const begins = name.parentElement?.getBoundingClientRect().top ?? edge;
    name.toggleAttribute('data-stuck', begins < edge - 1 && name.getBoundingClientRect().top < edge + 1);
  }
}
