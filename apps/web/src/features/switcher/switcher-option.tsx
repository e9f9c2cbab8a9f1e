'use client';

import { Badge } from '@parley/ui/badge';
import clsx from 'clsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { isMuted } from '../sidebar/is-muted.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';

export interface SwitcherChannel
  extends Pick<ChannelListItem, 'id' | 'name' | 'kind' | 'topic' | 'archivedAt' | 'membership'> {
  readonly joined: boolean;
}

export interface SwitcherOptionProps {
  readonly id: string;
  readonly option: SwitcherChannel;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}

function noteOf({ joined, archivedAt }: SwitcherChannel): string | null {
  if (!joined) return 'Not joined';
  return archivedAt ? 'Archived' : null;
}

/** A channel that the switcher offers. The keys are the field's. */
export function SwitcherOption({ id, option, active, onPoint, onPress }: SwitcherOptionProps) {
  const { membership } = option;
  const muted = isMuted(membership, useMuteClock([option]));
  const unread = (membership?.unread ?? 0) > 0 && !muted;
  const note = noteOf(option);
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
        unread && 'font-semibold',
      )}
    >
      <ChannelIcon kind={option.kind} className="text-ink-3" />
      <span className="max-w-2/3 shrink-0 truncate">{option.name}</span>
      <span className="min-w-0 flex-1 truncate font-normal text-ink-3 text-sm">{option.topic}</span>
      {note ? <span className="shrink-0 font-normal text-ink-3 text-xs">{note}</span> : null}
      <Badge count={membership?.mentions ?? 0} tone="mention" label="mentions" />
      {unread ? <span className="sr-only">unread</span> : null}
    </button>
  );
}
