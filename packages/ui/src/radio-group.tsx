'use client';

import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { Choice } from './choice.tsx';

export interface RadioOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

export interface RadioGroupProps<Value extends string> {
  label: string;
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  name?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** One of a few, all in sight. Arrow keys move the choice. */
export function RadioGroup<Value extends string>({
  label,
  hideLabel = false,
  hint,
  options,
  value,
  onValueChange,
  name,
  disabled = false,
  className,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset
      className={clsx('flex min-w-0 flex-col gap-2 pointer-coarse:gap-0', className)}
      disabled={disabled}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 pointer-coarse:mb-0 font-semibold text-ink text-sm'}>
        {label}
      </legend>
      {hint ? (
        <p id={`${id}-hint`} className="pointer-fine:-mt-2 text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
      {options.map((option) => {
        const own = `${id}-${option.value}`;
        return (
          <Choice
            key={option.value}
            {...{ id: own, label: option.label, hint: option.hint, disabled: disabled || option.disabled }}
            control={
              <input
                id={own}
                type="radio"
                name={name ?? id}
                value={option.value}
                checked={option.value === value}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${own}-hint` : undefined}
                onChange={() => onValueChange(option.value)}
                className="size-4 appearance-none rounded-full border border-line-control bg-raised transition-[border-width,border-color] checked:border-[5px] checked:border-accent"
              />
            }
          />
        );
      })}
    </fieldset>
  );
}
