'use client';

import { Avatar } from '@parley/ui/avatar';
import { Badge } from '@parley/ui/badge';
import clsx from 'clsx';
import Search from 'lucide-react/icons/search';
import type { ReactNode } from 'react';
import { useSession } from '../../sync/session.tsx';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { isMuted } from '../sidebar/is-muted.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';
import { placeName } from './rank-channels.ts';
import type { SwitcherChannel, SwitcherChoice } from './use-switcher-options.ts';

export interface SwitcherOptionProps {
  readonly id: string;
  readonly option: SwitcherChoice;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}

/** A place that the switcher offers. The keys are the field's. */
export function SwitcherOption({ id, option, active, onPoint, onPress }: SwitcherOptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onPointerMove={active ? undefined : onPoint}
      onClick={onPress}
      className={clsx(
        'touch-row flex h-9 w-full text-left cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-none',
        active && 'bg-accent-soft',
      )}
    >
      <Content option={option} />
    </button>
  );
}

function Content({ option }: { option: SwitcherChoice }) {
  if (option.type === 'channel') return <ChannelContent channel={option.channel} joined={option.joined} />;
  if (option.type === 'person') {
    const { id, displayName, avatarUrl, handle, title } = option.user;
    const face = <Avatar size={20} id={id} name={displayName} src={avatarUrl} />;
    return (
      <Line icon={face} name={displayName} about={title ? `@${handle} · ${title}` : `@${handle}`} note="Message" />
    );
  }
  return (
    <>
      <Search size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 truncate">
        {option.q === '' ? 'Search messages' : `Search messages for “${option.q}”`}
      </span>
    </>
  );
}

function ChannelContent({ channel, joined }: { channel: SwitcherChannel; joined: boolean }) {
  const { me } = useSession();
  const { membership } = channel;
  const muted = isMuted(membership, useMuteClock([channel]));
  const unread = (membership?.unread ?? 0) > 0 && !muted;
  return (
    <>
      <Line
        icon={<PlaceIcon channel={channel} viewerId={me.id} />}
        name={placeName(channel, me.id)}
        about={channel.topic}
        note={noteOf(channel, joined)}
        unread={unread}
      />
      <Badge count={membership?.mentions ?? 0} tone="mention" label="mentions" />
      {unread ? <span className="sr-only">unread</span> : null}
    </>
  );
}

function PlaceIcon({ channel, viewerId }: { channel: SwitcherChannel; viewerId: string }) {
  const other = (channel.people ?? []).find((person) => person.id !== viewerId);
  if (channel.kind !== 'DIRECT' || !other) return <ChannelIcon kind={channel.kind} className="text-ink-3" />;
  return <Avatar size={20} id={other.id} name={other.displayName} src={other.avatarUrl} />;
}

interface LineProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly about: string;
  readonly note: string | null;
  readonly unread?: boolean;
}

function Line({ icon, name, about, note, unread = false }: LineProps) {
  return (
    <>
      {icon}
      <span className={clsx('max-w-2/3 shrink-0 truncate', unread && 'font-semibold')}>{name}</span>
      <span className="min-w-0 flex-1 truncate text-ink-3 text-sm">{about}</span>
      {note ? <span className="shrink-0 text-ink-3 text-xs">{note}</span> : null}
    </>
  );
}

function noteOf({ archivedAt }: SwitcherChannel, joined: boolean): string | null {
  if (!joined) return 'Not joined';
  return archivedAt ? 'Archived' : null;
}
