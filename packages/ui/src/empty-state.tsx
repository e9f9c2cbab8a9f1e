import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** An icon of 18 px. */
  icon?: ReactNode;
  title: string;
  /** What this place is for. */
  text?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
  /** Level of the heading. */
  level?: 2 | 3 | undefined;
  className?: string | undefined;
}

/** Says what a place is for when there is nothing in it, or why it cannot be shown. */
export function EmptyState({ icon, title, text, action, level = 2, className }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={clsx('mx-auto flex max-w-88 flex-col items-center px-6 py-10 text-center', className)}>
      {icon ? (
        <span
          aria-hidden="true"
          className="mb-3 grid size-10 place-items-center rounded-lg border border-line bg-code text-ink-3"
        >
          {icon}
        </span>
      ) : null}
      <Heading className="text-balance font-semibold text-base text-ink">{title}</Heading>
      {text ? <p className="mt-1 text-pretty text-ink-3 text-sm">{text}</p> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
