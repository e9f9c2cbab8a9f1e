import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface TagProps {
  children: ReactNode;
  className?: string | undefined;
}

/** A word about the thing before it: `Bot`, `Guest`, `Admin`. */
export function Tag({ children, className }: TagProps) {
  return (
    <span
      className={clsx(
        'inline-flex shrink-0 items-center rounded-xs border border-line-strong px-1 text-2xs text-ink-3 leading-4',
        className,
      )}
    >
      {children}
    </span>
  );
}
