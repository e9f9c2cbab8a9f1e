/** Marks the day names that lie over messages, so that they get an outline. */
export function markStuckDays(scroller: HTMLElement): void {
  const edge = scroller.getBoundingClientRect().top;
  for (const day of scroller.querySelectorAll(':scope > [role=log] > section')) {
    const name = day.querySelector(':scope > [data-day]');
    const begins = day.getBoundingClientRect().top;
    name?.toggleAttribute('data-stuck', begins < edge - 1 && name.getBoundingClientRect().top < edge + 1);
  }
}
