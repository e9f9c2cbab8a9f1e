import clsx from 'clsx';
import type { ReactNode } from 'react';

interface ChoiceProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** The control comes after the words, at the end of the row. */
  controlLast?: boolean | undefined;
  control: ReactNode;
  className?: string | undefined;
}

/** A native control with its words: the row that Checkbox, Switch and RadioGroup share. All of it takes the press. */
export function Choice({ id, label, hint, disabled, controlLast = false, control, className }: ChoiceProps) {
  return (
    <label
      htmlFor={id}
      className={clsx(
        'flex w-full items-start gap-2.5 text-sm pointer-coarse:py-3',
        disabled ? 'cursor-not-allowed opacity-50' : 'cursor-pointer',
        controlLast && 'flex-row-reverse justify-between gap-4',
        className,
      )}
    >
      <span className="relative flex h-5 shrink-0 items-center">{control}</span>
      <span className="min-w-0">
        <span className="block text-ink">{label}</span>
        {hint ? (
          <span id={`${id}-hint`} className="block text-ink-3 text-xs">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
