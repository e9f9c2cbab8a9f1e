'use client';

import { Badge } from '@parley/ui/badge';
import clsx from 'clsx';
import PenLine from 'lucide-react/icons/pen-line';
import { memo, useEffect, useRef } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { channelPath } from '../shell/place.ts';
import { isMuted } from './is-muted.ts';
import { useMuteClock } from './use-mute-clock.ts';

export interface ChannelRowProps {
  readonly channel: ChannelListItem;
  readonly slug: string;
  readonly isOpen: boolean;
  readonly hasDraft: boolean;
}

/** A channel in the sidebar. Unread is weight, mentions are a red count, muted is dimmed. */
export const ChannelRow = memo(function ChannelRow({ channel, slug, isOpen, hasDraft }: ChannelRowProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const { unread, mentions } = channel.membership ?? { unread: 0, mentions: 0 };
  const muted = isMuted(channel.membership, useMuteClock([channel]));
  const calls = unread > 0 && !muted;
  useEffect(() => {
    if (isOpen) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li>
      <a
        ref={link}
        href={channelPath(slug, channel.id)}
        aria-current={isOpen ? 'page' : undefined}
        data-channel={channel.id}
        className={clsx(
          'touch-row flex h-7.5 items-center gap-2.5 rounded-md px-2.5 text-[0.90625rem] focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-soft' : 'hover:bg-ink/5',
          toneOf({ isOpen, calls, muted }),
        )}
      >
        <ChannelIcon kind={channel.kind} className={clsx(calls ? 'text-ink-2' : 'text-ink-3', muted && 'opacity-70')} />
        <span className="min-w-0 flex-1 truncate">
          {channel.name}
          {muted ? <span className="text-ink-3"> · muted</span> : null}
        </span>
        <RowMarks unread={calls ? unread : 0} mentions={mentions} hasDraft={hasDraft && !isOpen} />
      </a>
    </li>
  );
});

function toneOf({ isOpen, calls, muted }: { isOpen: boolean; calls: boolean; muted: boolean }): string {
  if (calls) return 'font-semibold text-ink';
  if (isOpen) return 'text-ink';
  return muted ? 'text-ink-3' : 'text-ink-2';
}

/** What a channel has for its reader. */
function RowMarks({ unread, mentions, hasDraft }: { unread: number; mentions: number; hasDraft: boolean }) {
  return (
    <>
      {hasDraft ? (
        <>
          <PenLine size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
          <span className="sr-only">Draft</span>
        </>
      ) : null}
      <Badge count={mentions} tone="mention" label={mentions === 1 ? 'mention' : 'mentions'} />
      {unread > 0 && mentions === 0 ? <span className="sr-only">{unread} unread</span> : null}
    </>
  );
}
