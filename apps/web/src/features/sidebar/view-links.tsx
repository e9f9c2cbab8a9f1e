'use client';

import { Badge } from '@parley/ui/badge';
import clsx from 'clsx';
import AtSign from 'lucide-react/icons/at-sign';
import Bookmark from 'lucide-react/icons/bookmark';
import MessagesSquare from 'lucide-react/icons/messages-square';
import PenLine from 'lucide-react/icons/pen-line';
import type { ReactNode } from 'react';
import { useUnreadThreads } from '../../sync/use-thread-inbox.ts';
import { useActivityCount } from '../activity/activity-query.ts';
import { useOwnDrafts } from '../drafts/use-own-drafts.ts';
import { type ViewName, viewPath } from '../shell/place.ts';
import { usePlace } from '../shell/use-place.ts';

/** What gathers from all channels, above the list of them. */
export function ViewLinks({ slug }: { slug: string }) {
  const unreadThreads = useUnreadThreads();
  const activity = useActivityCount();
  const drafts = useOwnDrafts().length;
  return (
    <ul className="flex flex-col gap-px pt-1 pb-1.5">
      <ViewLink
        slug={slug}
        view="activity"
        icon={<AtSign size={16} />}
        unread={activity > 0}
        mark={<Badge count={activity} tone="mention" label="new" />}
      >
        Activity
      </ViewLink>
      <ViewLink slug={slug} view="threads" icon={<MessagesSquare size={16} />} unread={unreadThreads}>
        Threads
      </ViewLink>
      <ViewLink slug={slug} view="saved" icon={<Bookmark size={16} />} unread={false}>
        Saved
      </ViewLink>
      <ViewLink
        slug={slug}
        view="drafts"
        icon={<PenLine size={16} />}
        unread={false}
        mark={drafts > 0 ? <span className="text-ink-3 text-xs tabular-nums">{drafts}</span> : null}
      >
        Drafts
      </ViewLink>
    </ul>
  );
}

export interface ViewLinkProps {
  readonly slug: string;
  readonly view: ViewName;
  readonly icon: ReactNode;
  readonly unread: boolean;
  /** In place of the word for what is unread. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

/** The way to one of them. Unread is weight. */
function ViewLink({ slug, view, icon, unread, mark, children }: ViewLinkProps) {
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
        {mark ?? (unread ? <span className="sr-only">unread</span> : null)}
      </a>
    </li>
  );
}
