import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

export interface EntryPageProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
  /** Below the card: the other way in. */
  readonly footer?: ReactNode;
}

/** The frame of the pages before the sign-in: one calm column with the product's mark, a title and a form. */
export function EntryPage({ title, text, children, footer }: EntryPageProps) {
  return (
    <main className="surface-sidebar flex min-h-dvh flex-col items-center justify-center px-4 py-10">
      <div className="w-full max-w-100">
        <p className="mb-6 flex items-center gap-2.5 font-semibold text-lg">
          <Mark />
          Parley
        </p>
        <h1 className="font-semibold text-xl">{title}</h1>
        {text ? <p className="mt-1.5 text-ink-2">{text}</p> : null}
        <div className="mt-6">{children}</div>
        {footer ? <p className="mt-6 text-ink-3 text-sm">{footer}</p> : null}
      </div>
    </main>
  );
}
