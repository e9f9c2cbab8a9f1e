import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

export interface ButtonStyle {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** As wide as what it stands in. */
  full?: boolean | undefined;
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
