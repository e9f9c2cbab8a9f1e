'use client';

import { Menu as Base } from '@base-ui/react/menu';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { ReactNode } from 'react';
import { menuPanelClass } from './menu.tsx';
import { MenuRow, menuRowClass } from './menu-item.tsx';

export interface SubmenuProps {
  label: string;
  icon?: ReactNode;
  disabled?: boolean | undefined;
  children: ReactNode;
}

/** A row that opens further rows beside it. */
export function Submenu({ label, icon, disabled = false, children }: SubmenuProps) {
  return (
    <Base.SubmenuRoot disabled={disabled}>
      <Base.SubmenuTrigger className={`${menuRowClass()} data-popup-open:bg-ink/7`}>
        <MenuRow icon={icon}>{label}</MenuRow>
        <ChevronRight size={16} className="-mr-0.5 text-ink-3" aria-hidden="true" />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="z-menu outline-none" sideOffset={2} alignOffset={-5} collisionPadding={8}>
          <Base.Popup className={`${menuPanelClass} min-w-40 max-w-80`}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}
