import type { ReactNode } from 'react';

/** The place of what stands there instead of a channel. */
export function Middle({ children }: { children: ReactNode }) {
  return <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">{children}</div>;
}
