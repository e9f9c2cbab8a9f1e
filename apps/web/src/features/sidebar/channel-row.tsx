'use client';

import { Badge } from '@parley/ui/badge';
import { IconButton } from '@parley/ui/icon-button';
import clsx from 'clsx';
import PenLine from 'lucide-react/icons/pen-line';
import X from 'lucide-react/icons/x';
import { memo, useEffect, useRef } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { channelLabel, isDirect, othersIn } from '../channels/channel-label.ts';
import { DirectFace } from '../direct/direct-face.tsx';
import { StatusMark } from '../direct/status-mark.tsx';
import { useDirectActions } from '../direct/use-direct-actions.ts';
import { channelPath } from '../shell/place.ts';
import { isMuted } from './is-muted.ts';
import { useMuteClock } from './use-mute-clock.ts';

export interface ChannelRowProps {
  readonly channel: ChannelListItem;
  readonly slug: string;
  readonly isOpen: boolean;
  readonly hasDraft: boolean;
}

/** A channel or a conversation in the sidebar. Unread is weight, what calls its reader is a red count, muted is dimmed. */
export const ChannelRow = memo(function ChannelRow({ channel, slug, isOpen, hasDraft }: ChannelRowProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const { unread, mentions } = channel.membership ?? { unread: 0, mentions: 0 };
  const muted = isMuted(channel.membership, useMuteClock([channel]));
  const calls = unread > 0 && !muted;
  const direct = isDirect(channel);
  useEffect(() => {
    if (isOpen) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li className="group/row relative">
      <a
        ref={link}
        href={channelPath(slug, channel.id)}
        aria-current={isOpen ? 'page' : undefined}
        aria-keyshortcuts="Shift+F10"
        data-channel={channel.id}
        draggable
        className={clsx(
          'touch-row flex h-7.5 items-center gap-2.5 rounded-md px-2.5 text-[0.90625rem] focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-soft' : 'hover:bg-ink/5',
          toneOf({ isOpen, calls, muted }),
        )}
      >
        <RowFace channel={channel} calls={calls} muted={muted} />
        <RowName channel={channel} muted={muted} />
        <RowMarks
          unread={calls ? unread : 0}
          mentions={direct && muted ? 0 : mentions}
          hasDraft={hasDraft && !isOpen}
          direct={direct}
        />
      </a>
      {direct ? <CloseButton channel={channel} /> : null}
    </li>
  );
});

function RowFace({ channel, calls, muted }: { channel: ChannelListItem; calls: boolean; muted: boolean }) {
  if (isDirect(channel)) return <DirectFace channel={channel} />;
  const tone = calls ? 'text-ink-2' : 'text-ink-3';
  return <ChannelIcon kind={channel.kind} className={clsx(tone, muted && 'opacity-70')} />;
}

function RowName({ channel, muted }: { channel: ChannelListItem; muted: boolean }) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5">
      <span className="truncate">
        {isDirect(channel) ? <DirectName channel={channel} /> : channel.name}
        {muted ? <span className="text-ink-3"> · muted</span> : null}
      </span>
      {channel.kind === 'DIRECT' ? <OtherStatus channel={channel} /> : null}
    </span>
  );
}

function toneOf({ isOpen, calls, muted }: { isOpen: boolean; calls: boolean; muted: boolean }): string {
  if (calls) return 'font-semibold text-ink';
  if (isOpen) return 'text-ink';
  return muted ? 'text-ink-3' : 'text-ink-2';
}

/** Whose conversation it is, by the names that they have now. */
function DirectName({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const [only, ...more] = othersIn(channel, me.id);
  const latest = useLatestPerson(only ?? me);
  return only && more.length === 0 ? latest.displayName : channelLabel(channel, me.id);
}

function OtherStatus({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const [only] = othersIn(channel, me.id);
  const { status } = useLatestPerson(only ?? me);
  return only ? <StatusMark status={status} className="text-sm" /> : null;
}

/** Stands over the row's end where it is pointed at; by keyboard it is in the row's menu. */
function CloseButton({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const { close } = useDirectActions();
  return (
    <IconButton
      label={`Close ${channelLabel(channel, me.id)}`}
      size="sm"
      tabIndex={-1}
      onClick={() => void close(channel.id)}
      className="absolute! top-0.75 right-1 hidden! bg-sidebar pointer-fine:group-hover/row:inline-flex!"
    >
      <X size={16} />
    </IconButton>
  );
}

interface RowMarksProps {
  readonly unread: number;
  readonly mentions: number;
  readonly hasDraft: boolean;
  readonly direct: boolean;
}

/** What a channel has for its reader. */
function RowMarks({ unread, mentions, hasDraft, direct }: RowMarksProps) {
  const label = mentions === 1 ? 'mention' : 'mentions';
  return (
    <>
      {hasDraft ? (
        <>
          <PenLine size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
          <span className="sr-only">Draft</span>
        </>
      ) : null}
      <Badge count={mentions} tone="mention" label={direct ? 'unread' : label} />
      {unread > 0 && mentions === 0 ? <span className="sr-only">{unread} unread</span> : null}
    </>
  );
}
