export type TooltipSide = 'top' | 'bottom' | 'left' | 'right';

/** Between owner and bubble, and between bubble and window, in px. */
const GAP = 6;

/** The element that a tooltip points at: its owner, or, for a wrapper without a box, what is inside it. */
export function tooltipAnchor(owner: HTMLElement): Element {
  return owner.classList.contains('contents') ? (owner.firstElementChild ?? owner) : owner;
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
