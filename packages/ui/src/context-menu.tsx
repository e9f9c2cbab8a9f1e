'use client';

import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { ReactElement, ReactNode } from 'react';
import { menuPanelClass } from './menu.tsx';

export interface ContextMenuProps {
  /** The element that answers to a right press or a long press; any element that takes props and a ref. */
  render: ReactElement;
  /** MenuItem, MenuSeparator, Submenu … */
  menu: ReactNode;
  children?: ReactNode;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** The same rows as a Menu, where the pointer is. Never the only way to an action. */
export function ContextMenu({ render, menu, children, onOpenChange }: ContextMenuProps) {
  return (
    <Base.Root onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={render} style={{ WebkitTouchCallout: undefined }}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-menu outline-none" collisionPadding={8}>
          <Base.Popup className={`${menuPanelClass} min-w-48 max-w-80`}>{menu}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
