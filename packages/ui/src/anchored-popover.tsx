'use client';

import { Popover as Base } from '@base-ui/react/popover';
import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface AnchoredPopoverProps {
  /** Its name for assistive technology. */
  label: string;
  /** What it opens beside, which gets the focus back. */
  anchor: HTMLElement;
  onClose: () => void;
  children: ReactNode;
  /** Width and padding: `w-80 p-3`. */
  className?: string | undefined;
}

/** A popover that something else than a button of its own asked for. Open as long as it is drawn. */
export function AnchoredPopover({ label, anchor, onClose, children, className = 'w-80 p-4' }: AnchoredPopoverProps) {
  return (
    <Base.Root open onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Positioner
          className="z-menu outline-none"
          anchor={anchor}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={8}
        >
          <Base.Popup
            aria-label={label}
            finalFocus={() => anchor}
            className={clsx('panel max-h-(--available-height) max-w-(--available-width) overflow-auto', className)}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
