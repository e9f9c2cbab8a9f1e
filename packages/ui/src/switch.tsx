'use client';

import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { Choice } from './choice.tsx';

export interface SwitchProps
  extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'onChange' | 'checked' | 'defaultChecked'> {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** On or off, at once. The words come first, the switch ends the row. */
export function Switch({ label, hint, checked, onCheckedChange, id, className, ...input }: SwitchProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <Choice
      {...{ id: own, label, hint, disabled: input.disabled, className }}
      controlLast
      control={
        <>
          <input
            {...input}
            id={own}
            type="checkbox"
            role="switch"
            checked={checked}
            aria-checked={checked}
            aria-describedby={hint ? `${own}-hint` : undefined}
            onChange={(event) => onCheckedChange(event.target.checked)}
            className="peer h-4.5 w-8 appearance-none rounded-full border border-line-control bg-raised transition-colors checked:border-accent checked:bg-accent"
          />
          <span className="pointer-events-none absolute left-1 size-2.5 rounded-full bg-ink-3 transition-[translate,background-color] peer-checked:translate-x-3.5 peer-checked:bg-accent-ink" />
        </>
      }
    />
  );
}
