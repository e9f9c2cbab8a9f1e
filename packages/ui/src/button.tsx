'use client';

import clsx from 'clsx';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { type ButtonStyle, buttonClass } from './button-class.tsx';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends ButtonStyle, ComponentPropsWithRef<'button'> {
  /** An icon of 16 px before the text. */
  icon?: ReactNode;
  /** Work is under way: keeps the width, the focus and the place, takes no further press. */
  pending?: boolean | undefined;
}

/** A button. Its text is a verb. */
export function Button({
  variant,
  size,
  full,
  icon,
  pending = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (pending ? event.preventDefault() : onClick?.(event));
  return (
    <button
      {...rest}
      type={type}
      className={clsx(buttonClass({ variant, size, full }), className)}
      onClick={press}
      {...(pending ? { 'aria-busy': true, 'aria-disabled': true } : {})}
    >
      <span className={clsx('inline-flex min-w-0 items-center gap-[inherit]', pending && 'opacity-0')}>
        {icon ? <span className="-ml-0.5 flex shrink-0">{icon}</span> : null}
        {children}
      </span>
      {pending ? <Spinner className="absolute" /> : null}
    </button>
  );
}
