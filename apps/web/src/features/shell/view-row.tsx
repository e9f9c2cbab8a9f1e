'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';

export interface ViewRowProps {
  readonly href: string;
  /** A picture or an icon, 36 px. */
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly time?: ReactNode;
  readonly text: string;
  readonly note?: ReactNode;
  readonly unread?: boolean;
  /** Buttons, above the link that is the rest of the row. */
  readonly actions?: ReactNode;
}

/** One row of what gathers from all channels: it leads to where it stands. */
export function ViewRow({ href, icon, title, time, text, note, unread = false, actions }: ViewRowProps) {
  return (
    <li className="group/view relative flex gap-3 rounded-lg px-2.5 py-2.5 focus-within:bg-hover hover:bg-hover">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 leading-tight">
          <a
            href={href}
            data-view-row=""
            className={clsx(
              'min-w-0 [overflow-wrap:anywhere] after:absolute after:inset-0 after:rounded-lg max-sm:line-clamp-2 sm:truncate',
              unread ? 'font-semibold' : 'text-ink-2',
            )}
          >
            {title}
          </a>
          <span className="ml-auto flex shrink-0 items-center gap-2 text-ink-3 text-xs">
            {time}
            {unread ? <span role="img" aria-label="New" className="size-2 rounded-full bg-mention" /> : null}
          </span>
        </p>
        <p className="mt-0.5 line-clamp-2 text-ink [overflow-wrap:anywhere]">{text}</p>
        {note ? <p className="mt-1 text-ink-3 text-xs">{note}</p> : null}
      </div>
      {actions ? (
        <div className="relative z-sticky flex shrink-0 items-center gap-0.5 self-center">{actions}</div>
      ) : null}
    </li>
  );
}
