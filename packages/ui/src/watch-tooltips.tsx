import { tooltipAnchor } from './place-tooltip.tsx';

const OPEN_AFTER = 450;
const CLOSE_AFTER = 80;
/** Within this after one closed, the next opens at once. */
const WARM_FOR = 300;

type Show = (owner: HTMLElement | null) => void;

const ownerOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;

const focusOwnerOf = (target: EventTarget | null): HTMLElement | null =>
  ownerOf(target) ?? (target instanceof Element ? target.querySelector<HTMLElement>(':scope > [data-tooltip]') : null);

interface Timing {
  /** The owner whose tooltip is out. */
  readonly shown: HTMLElement | null;
  /** Now. */
  set: (owner: HTMLElement | null) => void;
  /** After the due rest. */
  want: (owner: HTMLElement | null) => void;
}

function createTiming(show: Show): Timing {
  let shown: HTMLElement | null = null;
  let wanted: HTMLElement | null = null;
  let warmUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

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
    const rest = warm ? 0 : OPEN_AFTER;
    timer = setTimeout(() => set(owner?.isConnected ? owner : null), owner ? rest : CLOSE_AFTER);
  }

  return {
    get shown() {
      return shown;
    },
    set,
    want,
  };
}

/**
 * Tells `show` which `[data-tooltip]` element is to have its tooltip now: after a rest under the pointer, at once on
 * keyboard focus, none after Escape, a press or a scroll under it. One set of listeners serves any number of elements,
 * so a long list costs nothing. Returns what ends it.
 */
export function watchTooltips(show: Show): () => void {
  const timing = createTiming(show);
  let byKeyboard = false;

  function onPointerOver(event: PointerEvent) {
    if (event.pointerType === 'touch') return;
    const overBubble = event.target instanceof Element && event.target.closest('[role=tooltip]');
    const owner = overBubble ? timing.shown : ownerOf(event.target);
    const isOpener = owner && tooltipAnchor(owner).getAttribute('aria-expanded') === 'true';
    timing.want(isOpener ? null : owner);
  }

  function onKeyDown(event: KeyboardEvent) {
    byKeyboard = event.key === 'Tab' || event.key === 'F6' || event.key.startsWith('Arrow');
    if (event.key === 'Escape') timing.set(null);
  }

  function onFocusIn(event: FocusEvent) {
    timing.set(byKeyboard ? focusOwnerOf(event.target) : null);
  }

  function onScroll(event: Event) {
    if (timing.shown && event.target instanceof Node && event.target.contains(timing.shown)) timing.set(null);
  }

  const close = () => timing.set(null);
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
    timing.set(null);
    stop.abort();
  };
}
