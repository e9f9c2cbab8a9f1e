'use client';

import { Popover as Base } from '@base-ui/react/popover';
import clsx from 'clsx';
import type { ReactElement, ReactNode, RefObject } from 'react';

export interface PopoverProps {
  /** What opens it: a Button or IconButton. */
  trigger: ReactElement;
  /** Its name for assistive technology. */
  label: string;
  children: ReactNode;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Open from the start: for one whose code was fetched by the press that asked for it. */
  defaultOpen?: boolean | undefined;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** What has the focus once it is closed; what opened it, if nothing is said. */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
  /** Width and padding: `w-80 p-3`. */
  className?: string | undefined;
}

/** Something small to read or fill in, beside what opened it. */
export function Popover({
  trigger,
  label,
  children,
  side = 'bottom',
  align = 'start',
  open,
  onOpenChange,
  defaultOpen = false,
  initialFocus,
  finalFocus,
  className = 'w-72 p-3',
}: PopoverProps) {
  return (
    <Base.Root open={open} defaultOpen={defaultOpen} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-menu outline-none" side={side} align={align} sideOffset={6} collisionPadding={8}>
          <Base.Popup
            aria-label={label}
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={clsx('panel max-h-(--available-height) max-w-(--available-width) overflow-auto', className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
