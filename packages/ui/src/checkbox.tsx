'use client';

import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { Choice } from './choice.tsx';

export interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'onChange' | 'ref'> {
  label: ReactNode;
  hint?: ReactNode;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  /** Some of what it stands for is checked. */
  indeterminate?: boolean | undefined;
}

/** Yes or no, settled when the form is sent. For what takes effect at once, see Switch. */
export function Checkbox({
  label,
  hint,
  onCheckedChange,
  indeterminate = false,
  id,
  className,
  ...input
}: CheckboxProps) {
  const made = useId();
  const own = id ?? made;
  const mark = (element: HTMLInputElement | null) => {
    if (element) element.indeterminate = indeterminate;
  };
  return (
    <Choice
      {...{ id: own, label, hint, disabled: input.disabled, className }}
      control={
        <>
          <input
            {...input}
            ref={mark}
            id={own}
            type="checkbox"
            aria-describedby={hint ? `${own}-hint` : undefined}
            onChange={(event) => onCheckedChange?.(event.target.checked)}
            className="peer size-4 appearance-none rounded-xs border border-line-control bg-raised transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent"
          />
          <Check
            size={12}
            strokeWidth={3}
            aria-hidden="true"
            className="pointer-events-none invisible absolute inset-x-0 mx-auto text-accent-ink peer-checked:peer-not-indeterminate:visible"
          />
          <Minus
            size={12}
            strokeWidth={3}
            aria-hidden="true"
            className="pointer-events-none invisible absolute inset-x-0 mx-auto text-accent-ink peer-indeterminate:visible"
          />
        </>
      }
    />
  );
}
