'use client';

import type { ChannelMember } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { IconButton } from '@parley/ui/icon-button';
import type { Presence } from '@parley/ui/presence-dot';
import { Tag } from '@parley/ui/tag';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { Suspense, startTransition, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { StatusMark } from '../direct/status-mark.tsx';
import { wholeRow } from '../people/whole-row.ts';
import { lateComponent } from '../shell/late-code.ts';

const MemberMenu = lateComponent(async () => (await import('./member-menu.tsx')).MemberMenu);

export interface MemberRowProps {
  readonly member: ChannelMember;
  readonly channel: ChannelListItem;
  /** The viewer may say who is in the channel. */
  readonly manageable: boolean;
  readonly presence: Presence | undefined;
}

/** Somebody in the channel. */
export function MemberRow({ member, channel, manageable, presence }: MemberRowProps) {
  const { me } = useSession();
  const user = useLatestPerson(member.user);
  const [asked, setAsked] = useState(false);
  const trigger = (
    <IconButton
      label={`More about ${user.displayName}`}
      onClick={asked ? undefined : () => startTransition(() => setAsked(true))}
    >
      <Ellipsis size={16} />
    </IconButton>
  );
  return (
    <li className="relative flex min-h-12 items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
      <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} presence={presence} />
      <div className="min-w-0 flex-1 leading-snug">
        <p className="flex items-center gap-1.5">
          <button type="button" data-person={user.id} className={wholeRow}>
            {user.displayName}
          </button>
          <StatusMark status={user.status} />
          {user.id === me.id ? <span className="shrink-0 text-ink-3 text-sm">you</span> : null}
          {member.role === 'OWNER' ? <Tag>Owner</Tag> : null}
          {user.kind === 'BOT' ? <Tag>Bot</Tag> : null}
        </p>
        <p className="truncate text-ink-3 text-sm">{user.title ?? `@${user.handle}`}</p>
      </div>
      {manageable && user.id !== me.id ? (
        <span className="relative flex">
          <Suspense fallback={trigger}>
            {asked ? <MemberMenu trigger={trigger} member={member} channel={channel} /> : trigger}
          </Suspense>
        </span>
      ) : null}
    </li>
  );
}
