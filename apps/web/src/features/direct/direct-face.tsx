'use client';

import type { User } from '@parley/realtime/shapes';
import { Avatar, type AvatarSize } from '@parley/ui/avatar';
import clsx from 'clsx';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { othersIn } from '../channels/channel-label.ts';
import { usePresenceOf } from '../presence/presence-context.tsx';

/** A conversation's face: the other's picture with their presence, how many others there are, or one's own for notes. */
export function DirectFace({ channel, size = 20 }: { channel: ChannelListItem; size?: Extract<AvatarSize, 20 | 26> }) {
  const { me } = useSession();
  const others = othersIn(channel, me.id);
  const [first] = others;
  if (first && others.length > 1) return <GroupFace count={others.length} size={size} />;
  return <PersonFace person={first ?? me} size={size} />;
}

function PersonFace({ person, size }: { person: User; size: 20 | 26 }) {
  const { id, displayName, avatarUrl, deactivatedAt } = useLatestPerson(person);
  const presence = usePresenceOf(id);
  return (
    <Avatar
      id={id}
      name={displayName}
      src={avatarUrl}
      size={size}
      presence={deactivatedAt === null ? presence : undefined}
    />
  );
}

function GroupFace({ count, size }: { count: number; size: 20 | 26 }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'grid shrink-0 place-items-center bg-press font-semibold text-2xs text-ink-2 tabular-nums',
        size === 20 ? 'size-5 rounded-[6px]' : 'size-6.5 rounded-md',
      )}
    >
      {count}
    </span>
  );
}
