import type { ReactNode } from 'react';

/** An icon where other rows have the picture of a person, as large as that. */
export function RowIcon({ children }: { readonly children: ReactNode }) {
  return <span className="grid size-9 place-items-center rounded-lg bg-code text-ink-3">{children}</span>;
}
