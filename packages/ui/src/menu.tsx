'use client';

import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';

export interface MenuProps {
  /** What opens it: a Button or IconButton. */
  trigger: ReactElement;
  /** MenuItem, MenuSeparator, Submenu … */
  children: ReactNode;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Open from the start: for a menu whose code was fetched by the press that asked for it. */
  defaultOpen?: boolean | undefined;
  className?: string | undefined;
}

/** Actions on the thing that the trigger belongs to. */
export function Menu({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  defaultOpen = false,
  className,
}: MenuProps) {
  return (
    <Base.Root open={open} defaultOpen={defaultOpen} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-menu outline-none" side={side} align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={clsx(menuPanelClass, 'min-w-48 max-w-80', className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** The looks of a menu's panel, shared with submenus and context menus. */
export const menuPanelClass = 'panel max-h-(--available-height) overflow-y-auto p-1';
