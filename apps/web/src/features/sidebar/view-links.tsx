'use client';

import clsx from 'clsx';
import MessagesSquare from 'lucide-react/icons/messages-square';
import type { ReactNode } from 'react';
import { useUnreadThreads } from '../../sync/use-thread-inbox.ts';
import { type ViewName, viewPath } from '../shell/place.ts';
import { usePlace } from '../shell/use-place.ts';

/** What gathers from all channels, above the list of them. */
export function ViewLinks({ slug }: { slug: string }) {
  const unreadThreads = useUnreadThreads();
  return (
    <ul className="flex flex-col gap-px pt-1 pb-1.5">
      <ViewLink slug={slug} view="threads" icon={<MessagesSquare size={16} />} unread={unreadThreads}>
        Threads
      </ViewLink>
    </ul>
  );
}

export interface ViewLinkProps {
  readonly slug: string;
  readonly view: ViewName;
  readonly icon: ReactNode;
  readonly unread: boolean;
  readonly children: ReactNode;
}

/** The way to one of them. Unread is weight. */
function ViewLink({ slug, view, icon, unread, children }: ViewLinkProps) {
  const isOpen = usePlace().view === view;
  return (
    <li>
      <a
        href={viewPath(slug, view)}
        aria-current={isOpen ? 'page' : undefined}
        className={clsx(
          'touch-row flex h-7.5 items-center gap-2.5 rounded-md px-2.5 text-[0.90625rem] focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-soft' : 'hover:bg-ink/5',
          unread ? 'font-semibold text-ink' : isOpen ? 'text-ink' : 'text-ink-2',
        )}
      >
        <span aria-hidden="true" className={unread ? 'text-ink-2' : 'text-ink-3'}>
          {icon}
        </span>
        <span className="min-w-0 flex-1 truncate">{children}</span>
        {unread ? <span className="sr-only">unread</span> : null}
      </a>
    </li>
  );
}
