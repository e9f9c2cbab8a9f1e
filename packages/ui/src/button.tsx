'use client';

import clsx from 'clsx';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export interface ButtonStyle {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** As wide as what it stands in. */
  full?: boolean | undefined;
}

export interface ButtonProps extends ButtonStyle, ComponentPropsWithRef<'button'> {
  /** An icon of 16 px before the text. */
  icon?: ReactNode;
  /** Work is under way: keeps the width, the focus and the place, takes no further press. */
  pending?: boolean | undefined;
}

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover active:bg-accent-hover',
  secondary: 'border border-line-strong bg-raised text-ink hover:bg-hover active:bg-press',
  ghost: 'text-ink-2 hover:bg-ink/6 hover:text-ink active:bg-ink/10',
  danger: 'bg-danger text-danger-ink hover:bg-danger-hover active:bg-danger-hover',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 gap-1.5 rounded-sm px-2.5 text-sm',
  md: 'h-8 gap-2 rounded-md px-3 text-sm',
  lg: 'h-10 gap-2 rounded-md px-4 text-base',
};

/** The looks of a button for something else, such as a link. */
export function buttonClass({ variant = 'secondary', size = 'md', full = false }: ButtonStyle = {}): string {
  return clsx(
    'touch-row relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-semibold',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-50',
    variants[variant],
    sizes[size],
    full && 'w-full',
  );
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
