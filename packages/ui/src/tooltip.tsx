'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Kbd } from './kbd.tsx';
import { placeTooltip, type TooltipSide, tooltipAnchor } from './place-tooltip.tsx';
import { watchTooltips } from './watch-tooltips.tsx';

export interface TooltipOptions {
  /** `mod+k`, drawn after the label. */
  keys?: string | undefined;
  side?: TooltipSide | undefined;
}

/** Attributes that give any element a tooltip: `<a {...tooltip('Saved', { keys: 'mod+s' })}>`. */
export function tooltip(label: string, { keys, side }: TooltipOptions = {}) {
  return { 'data-tooltip': label, 'data-tooltip-keys': keys, 'data-tooltip-side': side };
}

export interface TooltipProps extends TooltipOptions {
  label: string;
  children: ReactNode;
}

/** Gives the one element inside it a tooltip. The tooltip adds to a name, it is never the only one. */
export function Tooltip({ label, children, ...options }: TooltipProps) {
  return (
    <span className="contents" {...tooltip(label, options)}>
      {children}
    </span>
  );
}

/** Draws the tooltips of everything on the page; stands once, around the app. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const [owner, setOwner] = useState<HTMLElement | null>(null);
  useEffect(() => watchTooltips(setOwner), []);
  return (
    <>
      {children}
      {owner ? createPortal(<Bubble key={owner.dataset.tooltip} owner={owner} />, document.body) : null}
    </>
  );
}

function Bubble({ owner }: { owner: HTMLElement }) {
  const bubble = useRef<HTMLDivElement>(null);
  const label = owner.dataset.tooltip ?? '';
  const keys = owner.dataset.tooltipKeys;

  useLayoutEffect(() => {
    if (bubble.current) placeTooltip(bubble.current, owner);
    return describe(owner, label);
  }, [owner, label]);

  return (
    <div
      ref={bubble}
      id="tooltip"
      role="tooltip"
      className="fixed top-0 left-0 z-tooltip flex w-max max-w-70 items-center gap-2 rounded-sm bg-inverse px-2 py-1 text-inverse-ink text-xs transition-opacity starting:opacity-0"
    >
      {label}
      {keys ? <Kbd keys={keys} variant="plain" className="text-inverse-ink-2" /> : null}
    </div>
  );
}

/** Points the focused element, or the owner, at the tooltip while it is shown, unless it only repeats the name. */
function describe(owner: HTMLElement, label: string): (() => void) | undefined {
  const focused = owner.closest(':focus');
  const described = focused ?? tooltipAnchor(owner);
  if (described.getAttribute('aria-label') === label || described.hasAttribute('aria-describedby')) return undefined;
  described.setAttribute('aria-describedby', 'tooltip');
  return () => described.removeAttribute('aria-describedby');
}
