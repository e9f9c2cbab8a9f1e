import clsx from 'clsx';

/** Characters left, once fewer than a fifth remain; said aloud when ten or none remain. */
export function CharCounter({ length, max }: { length: number; max: number }) {
  const left = max - length;
  if (left > max / 5) return null;
  return (
    <span className={clsx('ml-auto shrink-0 tabular-nums', left < 0 ? 'text-danger' : 'text-ink-3')}>
      <span aria-hidden="true">{left}</span>
      <span className="sr-only" role="status">
        {left === 10 || left <= 0 ? `${left} characters left` : ''}
      </span>
    </span>
  );
}
