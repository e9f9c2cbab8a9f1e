import clsx from 'clsx';

export interface SpinnerProps {
  /** Edge length in px. */
  size?: 14 | 16 | 18 | 24 | undefined;
  /** What is being waited for. Without it the spinner is decoration. */
  label?: string | undefined;
  className?: string | undefined;
}

const sizes = { 14: 'size-3.5', 16: 'size-4', 18: 'size-4.5', 24: 'size-6' };

/** A turning ring, for waits that have no shape yet. Stands still under reduced motion. */
export function Spinner({ size = 16, label, className }: SpinnerProps) {
  return (
    <span className={clsx('inline-flex', className)} {...(label ? { role: 'status' } : { 'aria-hidden': true })}>
      <svg className={clsx('animate-spin', sizes[size])} viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity="0.25" strokeWidth="1.75" />
        <path d="M14.25 8A6.25 6.25 0 0 0 8 1.75" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
