'use client';

import clsx from 'clsx';
import { type ChangeEvent, type ComponentPropsWithRef, useState } from 'react';
import { CharCounter } from './char-counter.tsx';
import { Field, type FieldProps } from './field.tsx';
import { useEarlyText } from './use-early-text.tsx';

export interface TextAreaProps extends FieldProps, ComponentPropsWithRef<'textarea'> {
  /** Characters allowed; a counter shows when few remain. */
  limit?: number | undefined;
  /** Grows with its text, up to twelve lines. */
  autoGrow?: boolean | undefined;
}

/** Several lines of text. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  limit,
  autoGrow = true,
  id,
  rows = 3,
  ref,
  onChange,
  ...area
}: TextAreaProps) {
  const [typed, setTyped] = useState(String(area.defaultValue ?? '').length);
  const length = area.value === undefined ? typed : String(area.value).length;
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value.length);
    onChange?.(event);
  };
  const attach = useEarlyText(String(area.value ?? area.defaultValue ?? ''), ref);
  const aside = limit === undefined ? null : <CharCounter length={length} max={limit} />;
  return (
    <Field {...{ label, hideLabel, hint, error, optional, className, id, aside }}>
      {(control) => (
        <textarea
          {...area}
          {...control}
          ref={attach}
          rows={rows}
          onChange={change}
          className={clsx(
            'control-outline w-full rounded-md px-2.5 py-1.5 text-field',
            autoGrow ? 'field-sizing-content max-h-64 min-h-[4.75rem] resize-none' : 'resize-y',
          )}
        />
      )}
    </Field>
  );
}
