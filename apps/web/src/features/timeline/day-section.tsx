import type { ReactNode } from 'react';
import { DayName } from './day-name.tsx';

export interface DaySectionProps {
  /** As `2026-11-18`. */
  day: string;
  name: string;
  /** The day begins in what is drawn: its line has a place of its own. */
  begins: boolean;
  /** Does not say its name. */
  quiet: boolean;
  children: ReactNode;
}

/** The messages of one day. Its name stays in view while they pass. */
export function DaySection({ day, name, begins, quiet, children }: DaySectionProps) {
  return (
    // Nothing is seen of the box itself: where it begins, far above, is no place that could shift for the reader.
    <section aria-label={name} suppressHydrationWarning className="invisible relative *:visible">
      {begins ? <div aria-hidden="true" className="absolute inset-x-5 top-5 h-px bg-line max-sm:inset-x-3" /> : null}
      {quiet ? null : (
        <div
          data-day={name}
          suppressHydrationWarning
          className={`pointer-events-none sticky top-0 z-sticky flex h-10 items-center justify-center ${begins ? '' : '-mb-10'}`}
        >
          <DayName day={day} name={name} />
        </div>
      )}
      {children}
    </section>
  );
}

/** Above the first unread message. */
export function NewDivider() {
  return (
    <div
      role="separator"
      aria-label="New messages"
      data-new-divider=""
      className="flex h-7 items-center gap-3 px-5 max-sm:px-3"
    >
      <span className="h-px flex-1 bg-new/35" />
      <span aria-hidden="true" className="font-semibold text-new text-xs">
        New
      </span>
      <span className="h-px flex-1 bg-new/35" />
    </div>
  );
}

/** Between a thread's first message and the replies to it. */
export function RepliesLine({ count }: { count: number }) {
  return (
    <div className="flex h-9 items-center gap-3 px-5 text-ink-3 text-xs max-sm:px-3" data-replies-line="">
      <span className="h-px flex-1 bg-line" />
      {count === 1 ? '1 reply' : `${count} replies`}
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
