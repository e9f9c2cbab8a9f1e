import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface SkeletonProps {
  /** Gives it the final size: `h-4 w-40`, `size-9`. */
  className: string;
}

/** A place held for what loads. Shows after 150 ms, so a quick answer is never preceded by a flash. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={clsx('block animate-appear rounded-sm bg-skeleton', className)} />;
}

export interface LoadingProps {
  /** Said aloud: `Loading messages`. */
  label: string;
  children: ReactNode;
  className?: string | undefined;
}

/** Skeletons that belong together, announced once. */
export function Loading({ label, children, className }: LoadingProps) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
