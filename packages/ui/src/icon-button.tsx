'use client';

import clsx from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { keyShortcut } from './keys.tsx';
import type { TooltipSide } from './place-tooltip.tsx';
import { Spinner } from './spinner.tsx';
import { tooltip } from './tooltip.tsx';
import { useIsMac } from './use-is-mac.tsx';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label'> {
  /** The name, also shown as a tooltip. */
  label: string;
  /** The icon: 16 px for sm and md, 18 px for lg. */
  children: ReactNode;
  /** `mod+k`: told to assistive technology and shown in the tooltip. Listening is the caller's. */
  keys?: string | undefined;
  /** 24, 28 or 32 px. */
  size?: 'sm' | 'md' | 'lg' | undefined;
  variant?: 'ghost' | 'outline' | 'primary' | undefined;
  /** For toggles. */
  pressed?: boolean | undefined;
  pending?: boolean | undefined;
  /** Where the tooltip goes, or `none`. */
  tooltipSide?: TooltipSide | 'none' | undefined;
}

const variants = {
  ghost:
    'text-ink-3 hover:bg-ink/6 hover:text-ink active:bg-ink/10 aria-expanded:bg-ink/8 aria-expanded:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent',
  outline: 'border border-line-strong bg-raised text-ink-2 hover:bg-hover hover:text-ink active:bg-press',
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
};

const sizes = { sm: 'size-6 rounded-sm', md: 'size-7 rounded-sm', lg: 'size-8 rounded-md' };

/** The looks of an icon button, for one that a library draws. */
export function iconButtonClass({
  variant = 'ghost',
  size = 'md',
}: Pick<IconButtonProps, 'variant' | 'size'> = {}): string {
  return clsx(
    'touch-target inline-flex shrink-0 select-none items-center justify-center transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-50 [&>svg]:pointer-events-none',
    variants[variant],
    sizes[size],
  );
}

/** A button that is an icon. Always has a name, and a tooltip that says it. */
export function IconButton({
  label,
  children,
  keys,
  size = 'md',
  variant = 'ghost',
  pressed,
  pending = false,
  tooltipSide,
  type = 'button',
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const mac = useIsMac();
  return (
    <button
      {...(tooltipSide === 'none' ? {} : tooltip(label, { keys, side: tooltipSide }))}
      {...rest}
      type={type}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys ? keyShortcut(keys, mac) : undefined}
      onClick={pending ? undefined : onClick}
      {...(pending ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      className={clsx(iconButtonClass({ variant, size }), className)}
    >
      {pending ? <Spinner /> : children}
    </button>
  );
}
