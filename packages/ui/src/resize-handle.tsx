'use client';

import clsx from 'clsx';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

export interface ResizeHandleProps {
  /** What is resized: `Sidebar`. */
  label: string;
  /** Width now, in px. */
  value: number;
  min: number;
  max: number;
  /** Goes back to it on a double click. */
  initial: number;
  /** Which side of the panel the handle is on. */
  edge: 'left' | 'right';
  /** While dragging, and on each key. */
  onResize: (width: number) => void;
  /** When the hand lets go: the time to remember it. */
  onCommit?: ((width: number) => void) | undefined;
  className?: string | undefined;
}

const STEP = 16;

/** The edge between two panels, to be dragged, or moved with the arrow keys. */
export function ResizeHandle({
  label,
  value,
  min,
  max,
  initial,
  edge,
  onResize,
  onCommit,
  className,
}: ResizeHandleProps) {
  const start = useRef<{ x: number; width: number; last: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const outward = edge === 'right' ? 1 : -1;

  function move(width: number): number {
    const next = Math.round(Math.min(max, Math.max(min, width)));
    onResize(next);
    return next;
  }

  function settle(width: number) {
    const next = move(width);
    onCommit?.(next);
  }

  function onPointerDown(event: PointerEvent<HTMLHRElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: value, last: value };
    setDragging(true);
  }

  function onPointerMove(event: PointerEvent<HTMLHRElement>) {
    const from = start.current;
    if (from) from.last = move(from.width + (event.clientX - from.x) * outward);
  }

  function onRelease() {
    const from = start.current;
    start.current = null;
    setDragging(false);
    if (from && from.last !== from.width) onCommit?.(from.last);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? STEP * 4 : STEP;
    const targets: Record<string, number> = {
      ArrowLeft: value - step * outward,
      ArrowRight: value + step * outward,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    settle(target);
  }

  return (
    <hr
      tabIndex={0}
      aria-label={`${label} width`}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={`${value} pixels`}
      data-dragging={dragging ? '' : undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onRelease}
      onLostPointerCapture={onRelease}
      onDoubleClick={() => settle(initial)}
      onKeyDown={onKeyDown}
      className={clsx(
        'absolute inset-y-0 z-sticky h-auto w-2 cursor-col-resize touch-none select-none text-transparent focus-visible:outline-none',
        'before:absolute before:inset-y-0 before:left-1/2 before:w-0.5 before:-translate-x-1/2 before:transition-colors',
        'hover:before:bg-line-control focus-visible:before:bg-ring data-dragging:before:bg-accent',
        edge === 'right' ? '-right-1' : '-left-1',
        className,
      )}
    />
  );
}
