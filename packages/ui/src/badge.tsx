import clsx from 'clsx';

export interface BadgeProps {
  count: number;
  /** Red for what concerns the reader, neutral for the rest. */
  tone?: 'mention' | 'neutral' | undefined;
  /** Above this it says `99+`. */
  max?: number | undefined;
  /** What the number counts, said after it: `mentions`. */
  label?: string | undefined;
  className?: string | undefined;
}

/** A count in a pill. Draws nothing for zero. */
export function Badge({ count, tone = 'neutral', max = 99, label, className }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      className={clsx(
        'inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-full px-1.5 font-semibold text-2xs tabular-nums',
        tone === 'mention' ? 'bg-mention text-mention-ink' : 'bg-press text-ink-2',
        className,
      )}
    >
      {count > max ? `${max}+` : count}
      {label ? <span className="sr-only"> {label}</span> : null}
    </span>
  );
}
