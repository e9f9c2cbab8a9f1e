'use client';

import clsx from 'clsx';
import { type ChangeEvent, type ComponentPropsWithRef, type ReactNode, useState } from 'react';
import { CharCounter } from './char-counter.tsx';
import { Field, type FieldProps } from './field.tsx';
import { useEarlyText } from './use-early-text.tsx';

export interface TextFieldProps extends FieldProps, Omit<ComponentPropsWithRef<'input'>, 'size' | 'prefix'> {
  /** Characters allowed; a counter shows when few remain. More can be typed, so that nothing pasted is cut in silence. */
  limit?: number | undefined;
  /** Inside the field, before the text: an icon or a fixed part such as `#`. */
  before?: ReactNode;
  /** Inside the field, after the text: a button or a unit. */
  after?: ReactNode;
  /** 32 or 40 px high. */
  size?: 'md' | 'lg' | undefined;
}

/** One line of text. Controlled or not, like the input it is. */
export function TextField({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  limit,
  before,
  after,
  size = 'md',
  id,
  ref,
  onChange,
  ...input
}: TextFieldProps) {
  const [typed, setTyped] = useState(String(input.defaultValue ?? '').length);
  const length = input.value === undefined ? typed : String(input.value).length;
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value.length);
    onChange?.(event);
  };
  const attach = useEarlyText(String(input.value ?? input.defaultValue ?? ''), ref);
  const aside = limit === undefined ? null : <CharCounter length={length} max={limit} />;
  return (
    <Field {...{ label, hideLabel, hint, error, optional, className, id, aside }}>
      {(control) => (
        <div
          className={clsx('control-outline touch-row flex items-center rounded-md', size === 'lg' ? 'h-10' : 'h-8')}
          data-disabled={input.disabled ? '' : undefined}
        >
          {before ? <span className="flex shrink-0 items-center pl-2.5 text-ink-3 text-field">{before}</span> : null}
          <input
            type="text"
            {...input}
            {...control}
            ref={attach}
            onChange={change}
            className={clsx(
              'h-full w-full min-w-0 flex-1 rounded-[inherit] bg-transparent pr-2.5 text-field outline-none',
              before ? 'pl-1.5' : 'pl-2.5',
            )}
          />
          {after ? <span className="flex shrink-0 items-center pr-1">{after}</span> : null}
        </div>
      )}
    </Field>
  );
}
