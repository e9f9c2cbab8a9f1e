'use client';

import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { menuPanelClass } from './menu.tsx';

export interface AnchoredMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Called once it is gone from the screen. */
  onClosed?: (() => void) | undefined;
  /** What it opens beside: an element, or a place on the screen. */
  anchor: Element | { getBoundingClientRect: () => DOMRect };
  /** Gets the focus back. */
  returnFocus?: HTMLElement | undefined;
  /** MenuItem, MenuSeparator, Submenu … */
  children: ReactNode;
  className?: string | undefined;
}

/** A menu that something else than a button of its own asks for, such as a right press. */
export function AnchoredMenu({
  open,
  onOpenChange,
  onClosed,
  anchor,
  returnFocus,
  children,
  className,
}: AnchoredMenuProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      onOpenChangeComplete={(next) => (next ? undefined : onClosed?.())}
    >
      <Base.Portal>
        <Base.Positioner
          className="z-menu outline-none"
          anchor={anchor}
          align="start"
          sideOffset={2}
          collisionPadding={8}
        >
          <Base.Popup
            finalFocus={() => returnFocus ?? true}
            className={clsx(menuPanelClass, 'min-w-48 max-w-80', className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
