'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { type ReactNode, type RefObject, useRef } from 'react';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the one to press last. Stays in sight while the rest scrolls. */
  footer?: ReactNode;
  /** 400, 520 or 720 px. A phone's whole screen below 640 px. */
  size?: 'sm' | 'md' | 'lg' | undefined;
  /** Gets the focus on opening; otherwise the first control below the title. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Only the button and Escape close it: for work that a stray press must not lose. */
  keepOnPressOutside?: boolean | undefined;
}

const controls = ':is(input, textarea, select, button, [tabindex]):not(:disabled, [tabindex="-1"], [type=hidden])';

const sizes = { sm: 'sm:max-w-100', md: 'sm:max-w-130', lg: 'sm:max-w-180' };

/** Asks for something before going on. Holds the focus and gives it back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'md',
  initialFocus,
  keepOnPressOutside = false,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  const firstControl = (opened: string) =>
    opened === 'touch' ? true : (body.current?.querySelector<HTMLElement>(controls) ?? true);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal={keepOnPressOutside}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-overlay bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-overlay flex items-stretch justify-center overflow-hidden sm:items-center sm:p-6">
          <Base.Popup initialFocus={initialFocus ?? firstControl} className={clsx(dialogClass, sizes[size])}>
            <header className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold text-ink text-lg">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-0.5 text-ink-3 text-sm">{description}</Base.Description>
                ) : null}
              </div>
              <Base.Close
                render={
                  <IconButton label="Close" size="md" className="-mr-2 pointer-coarse:-my-2.5" tooltipSide="bottom">
                    <X size={18} />
                  </IconButton>
                }
              />
            </header>
            <div ref={body} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-0.5 pb-5">
              {children}
            </div>
            {footer ? <DialogFooter>{footer}</DialogFooter> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The looks of a dialog, shared with AlertDialog: a sheet on a phone, a panel above. */
export const dialogClass = clsx(
  'flex max-h-full w-full flex-col bg-raised text-ink shadow-float focus-visible:outline-none',
  'sm:max-h-[min(44rem,100%)] sm:rounded-xl sm:border sm:border-line-strong',
  'transition-[opacity,translate,scale] duration-150 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0',
  'max-sm:data-ending-style:translate-y-4 max-sm:data-starting-style:translate-y-4 sm:data-ending-style:scale-98 sm:data-starting-style:scale-98',
);

/** A row of buttons under a dialog. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex shrink-0 flex-col-reverse gap-2 border-line border-t px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">
      {children}
    </footer>
  );
}
