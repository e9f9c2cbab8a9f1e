'use client';

import clsx from 'clsx';
import { type ComponentPropsWithRef, useCallback, useLayoutEffect, useRef } from 'react';

const sizesItself = () => CSS.supports('field-sizing', 'content');

/** A field as high as its text, up to the height that its class allows. */
export function GrowingTextArea({ className, ref, value, ...rest }: ComponentPropsWithRef<'textarea'>) {
  const field = useRef<HTMLTextAreaElement>(null);
  const attach = useCallback(
    (element: HTMLTextAreaElement | null) => {
      field.current = element;
      if (typeof ref === 'function') return ref(element);
      if (ref) ref.current = element;
      return undefined;
    },
    [ref],
  );
  useLayoutEffect(() => {
    if (field.current) fitHeight(field.current, value);
  }, [value]);
  return (
    <textarea
      {...rest}
      ref={attach}
      value={value}
      rows={1}
      className={clsx(
        'text-field block w-full resize-none bg-transparent leading-[1.46] outline-none [field-sizing:content] [overflow-wrap:anywhere]',
        className,
      )}
    />
  );
}

/** Makes a field as high as the text that it now holds, where the browser does not do so itself. */
function fitHeight(field: HTMLTextAreaElement, text: unknown): void {
  if (sizesItself() || field.value !== text) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}
