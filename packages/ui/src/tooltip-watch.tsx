export type TooltipSide = 'top' | 'bottom' | 'left' | 'right';

const OPEN_AFTER = 450;
const CLOSE_AFTER = 80;
/** Within this after one closed, the next opens at once. */
const WARM_FOR = 300;
const GAP = 6;

type Show = (owner: HTMLElement | null) => void;

const ownerOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;

const focusOwnerOf = (target: EventTarget | null): HTMLElement | null =>
  ownerOf(target) ?? (target instanceof Element ? target.querySelector<HTMLElement>(':scope > [data-tooltip]') : null);

/** The element that a tooltip points at: its owner, or, for a wrapper without a box, what is inside it. */
export function tooltipAnchor(owner: HTMLElement): Element {
  return owner.classList.contains('contents') ? (owner.firstElementChild ?? owner) : owner;
}

/**
 * Tells `show` which `[data-tooltip]` element is to have its tooltip now: after a rest under the pointer, at once on
 * keyboard focus, none after Escape, a press or a scroll under it. One set of listeners serves any number of elements, so a
 * long list costs nothing. Returns what ends it.
 */
export function watchTooltips(show: Show): () => void {
  let shown: HTMLElement | null = null;
  let wanted: HTMLElement | null = null;
  let warmUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let byKeyboard = false;

  function set(owner: HTMLElement | null) {
    clearTimeout(timer);
    wanted = owner;
    if (shown && !owner) warmUntil = performance.now() + WARM_FOR;
    if (shown !== owner) show(owner);
    shown = owner;
  }

  function want(owner: HTMLElement | null) {
    if (owner === wanted) return;
    wanted = owner;
    clearTimeout(timer);
    const warm = shown !== null || performance.now() < warmUntil;
    timer = setTimeout(() => set(owner?.isConnected ? owner : null), owner ? (warm ? 0 : OPEN_AFTER) : CLOSE_AFTER);
  }

  function onPointerOver(event: PointerEvent) {
    if (event.pointerType === 'touch') return;
    const overBubble = event.target instanceof Element && event.target.closest('[role=tooltip]');
    const owner = overBubble ? shown : ownerOf(event.target);
    const isOpener = owner && tooltipAnchor(owner).getAttribute('aria-expanded') === 'true';
    want(isOpener ? null : owner);
  }

  function onKeyDown(event: KeyboardEvent) {
    byKeyboard = event.key === 'Tab' || event.key === 'F6' || event.key.startsWith('Arrow');
    if (event.key === 'Escape') set(null);
  }

  function onFocusIn(event: FocusEvent) {
    set(byKeyboard ? focusOwnerOf(event.target) : null);
  }

  function onScroll(event: Event) {
    if (shown && event.target instanceof Node && event.target.contains(shown)) set(null);
  }

  const close = () => set(null);
  const onPointerDown = () => {
    byKeyboard = false;
    close();
  };
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  document.addEventListener('pointerover', onPointerOver, options);
  document.documentElement.addEventListener('pointerleave', close, { signal: stop.signal });
  document.addEventListener('pointerdown', onPointerDown, options);
  document.addEventListener('keydown', onKeyDown, options);
  document.addEventListener('focusin', onFocusIn, options);
  document.addEventListener('focusout', close, options);
  document.addEventListener('scroll', onScroll, options);
  window.addEventListener('blur', close, { signal: stop.signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

/** Puts the bubble beside its owner, on the side asked for or, where that has no room, on the other. */
export function placeTooltip(bubble: HTMLElement, owner: HTMLElement): void {
  const at = tooltipAnchor(owner).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const room = {
    top: at.top - height,
    left: at.left - width,
    bottom: innerHeight - at.bottom - height,
    right: innerWidth - at.right - width,
  };
  const asked = sideOf(owner.dataset.tooltipSide);
  const side = room[asked] < 2 * GAP && room[opposite[asked]] > room[asked] ? opposite[asked] : asked;
  const corner = {
    top: [at.left + (at.width - width) / 2, at.top - height - GAP],
    bottom: [at.left + (at.width - width) / 2, at.bottom + GAP],
    left: [at.left - width - GAP, at.top + (at.height - height) / 2],
    right: [at.right + GAP, at.top + (at.height - height) / 2],
  }[side];
  const [x = 0, y = 0] = corner;
  const within = (value: number, most: number) => Math.round(Math.max(GAP, Math.min(value, most - GAP)));
  bubble.style.translate = `${within(x, innerWidth - width)}px ${within(y, innerHeight - height)}px`;
}

function sideOf(value: string | undefined): TooltipSide {
  return value === 'bottom' || value === 'left' || value === 'right' ? value : 'top';
}
