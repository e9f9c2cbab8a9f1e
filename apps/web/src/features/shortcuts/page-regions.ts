/** The parts of the page in the order of F6: an element says which it is with `data-region`. */
const order = ['sidebar', 'header', 'timeline', 'composer', 'panel', 'thread', 'reply'] as const;

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';
/** Where the focus was last in each part, to come back to it. */
const left = new WeakMap<Element, HTMLElement>();

function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

function entryOf(region: HTMLElement): HTMLElement | undefined {
  const last = left.get(region);
  if (last && region.contains(last) && isShown(last)) return last;
  const wished = region.querySelector<HTMLElement>(
    'textarea, [data-row][tabindex="0"], [aria-current="page"], [role="tab"][aria-selected="true"]',
  );
  if (wished && isShown(wished)) return wished;
  return [...region.querySelectorAll<HTMLElement>(focusable)].find(
    (element) => element.tabIndex >= 0 && isShown(element),
  );
}

/** Moves the focus to the next (1) or previous (-1) part of the page that has something to focus. */
export function moveToRegion(step: 1 | -1): void {
  const regions = order.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)]);
  const shown = regions.filter(isShown);
  const active = document.activeElement;
  const current = shown.findIndex((region) => region.contains(active));
  const leaving = shown[current];
  if (leaving && active instanceof HTMLElement) left.set(leaving, active);
  const start = current === -1 && step === -1 ? 0 : current;
  for (let moved = 1; moved <= shown.length; moved += 1) {
    const region = shown[(start + moved * step + shown.length * 2) % shown.length];
    const entry = region && entryOf(region);
    if (!entry) continue;
    entry.focus();
    return;
  }
}
