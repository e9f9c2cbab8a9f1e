const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A workspace's first letter on the accent. The name stands beside it. */
export function WorkspaceMark({ name }: { name: string }) {
  const [first] = letters.segment(name.trim());
  return (
    <span
      aria-hidden="true"
      className="grid size-6.5 shrink-0 select-none place-items-center rounded-md bg-accent font-semibold text-accent-ink text-sm"
    >
      {first?.segment.toUpperCase() ?? '#'}
    </span>
  );
}
