'use client';

import clsx from 'clsx';
import { type MouseEvent, type ReactNode, useId } from 'react';

export interface FieldProps {
  label: string;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean | undefined;
  /** One line below, saying what to enter. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. Takes the place of the hint. */
  error?: string | undefined;
  /** `(optional)` after the label. */
  optional?: boolean | undefined;
  className?: string | undefined;
}

export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldFrameProps extends FieldProps {
  /** Right of the hint, such as a counter. */
  aside?: ReactNode;
  id?: string | undefined;
  /** A press on the label only focuses the control, for one that a press would open. */
  focusOnly?: boolean | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** Label, hint and error around a control, tied to it by id. The base of every field here. */
export function Field({
  label,
  hideLabel,
  hint,
  error,
  optional,
  aside,
  className,
  id,
  focusOnly,
  children,
}: FieldFrameProps) {
  const made = useId();
  const control = id ?? made;
  const note = error ?? hint;
  const focus = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(control)?.focus();
  };
  return (
    <div className={clsx('flex min-w-0 flex-col', className)}>
      <label
        htmlFor={control}
        {...(focusOnly ? { onClick: focus } : {})}
        className={hideLabel ? 'sr-only' : 'mb-1 font-semibold text-ink text-sm'}
      >
        {label}
        {optional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
      </label>
      {children({
        id: control,
        'aria-describedby': note ? `${control}-note` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <div className={clsx('flex items-start justify-between gap-3 text-xs', (note || aside) && 'mt-1')}>
        <div
          id={`${control}-note`}
          aria-live="polite"
          className={clsx('min-w-0', error ? 'text-danger' : 'text-ink-3')}
        >
          {note}
        </div>
        {aside}
      </div>
    </div>
  );
}
