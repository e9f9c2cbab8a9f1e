'use client';

import { Badge } from '@parley/ui/badge';
import clsx from 'clsx';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Pencil from 'lucide-react/icons/pencil';
import Link from 'next/link';
import type { ChannelListItem } from '../../sync/use-channels.ts';

export interface ChannelRowProps {
  readonly channel: ChannelListItem;
  readonly slug: string;
  readonly isOpen: boolean;
  readonly hasDraft: boolean;
}

/** A channel in the sidebar. Unread is weight, mentions are a red count. */
export function ChannelRow({ channel, slug, isOpen, hasDraft }: ChannelRowProps) {
  const { unread = 0, mentions = 0 } = channel.membership ?? {};
  const Icon = channel.kind === 'PRIVATE' ? Lock : Hash;
  return (
    <li>
      <Link
        href={`/w/${slug}/${channel.id}`}
        aria-current={isOpen ? 'page' : undefined}
        className={clsx(
          'touch-row flex h-8 items-center gap-2.5 rounded-md px-2.5',
          isOpen ? 'bg-accent-soft text-ink' : 'text-ink-2 hover:bg-hover',
          unread > 0 && 'font-semibold text-ink',
        )}
      >
        <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 truncate">{channel.name}</span>
        {hasDraft ? <Pencil size={16} aria-label="Draft" className="shrink-0 text-ink-3" /> : null}
        {mentions > 0 ? <Badge count={mentions} tone="mention" label={`${mentions} mentions`} /> : null}
        {unread > 0 && mentions === 0 ? <span className="sr-only">{unread} unread</span> : null}
      </Link>
    </li>
  );
}
