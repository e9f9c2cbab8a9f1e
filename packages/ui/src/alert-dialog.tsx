'use client';

import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import clsx from 'clsx';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { DialogFooter, dialogClass } from './dialog.tsx';

export interface AlertDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: `Delete this message?` */
  title: string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The verb of the question: `Delete`. */
  confirmLabel: string;
  cancelLabel?: string | undefined;
  tone?: 'danger' | 'primary' | undefined;
  /** A promise keeps the dialog open until it settles, and open with `failure` when it rejects. */
  onConfirm: () => unknown;
  failure?: string | undefined;
  confirmDisabled?: boolean | undefined;
  /** What is concerned, or a field to confirm with. */
  children?: ReactNode;
}

/** Asks before something that is hard to take back. Opens with the focus on the way out. */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone = 'danger',
  onConfirm,
  failure = 'That didn’t work. Try again.',
  confirmDisabled = false,
  children,
}: AlertDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle');

  function change(next: boolean) {
    if (state === 'pending') return;
    setState('idle');
    onOpenChange(next);
  }

  async function confirm() {
    setState('pending');
    try {
      await onConfirm();
      setState('idle');
      onOpenChange(false);
    } catch {
      setState('failed');
    }
  }

  return (
    <Base.Root open={open} onOpenChange={change}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-overlay bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-overlay flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup initialFocus={cancel} className={clsx(dialogClass, 'rounded-t-xl sm:max-w-100')}>
            <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-5">
              <Base.Title className="text-pretty font-semibold text-ink text-lg">{title}</Base.Title>
              <Base.Description className="mt-1 text-ink-2 text-sm">{description}</Base.Description>
              {children ? <div className="mt-4">{children}</div> : null}
              <p role="alert" className="mt-3 text-danger text-sm empty:hidden">
                {state === 'failed' ? failure : ''}
              </p>
            </div>
            <DialogFooter>
              <Base.Close render={<Button ref={cancel}>{cancelLabel}</Button>} />
              <Button variant={tone} pending={state === 'pending'} disabled={confirmDisabled} onClick={confirm}>
                {confirmLabel}
              </Button>
            </DialogFooter>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
