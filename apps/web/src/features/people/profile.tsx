'use client';

import type { User } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Tag } from '@parley/ui/tag';
import Clock from 'lucide-react/icons/clock';
import { useSession } from '../../sync/session.tsx';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { liveStatus } from '../direct/status-mark.tsx';
import { EmojiSign } from '../emoji/emoji-sign.tsx';
import { usePresence } from '../presence/use-presence.ts';
import { LocalTime } from './local-time.tsx';
import { ProfileActions } from './profile-actions.tsx';

export interface ProfileProps {
  readonly person: User;
  /** The conversation with them is open already. */
  readonly here?: boolean;
  /** Something was chosen that leads elsewhere. */
  readonly onLeave?: () => void;
}

const presenceWords = { online: 'Online', away: 'Away', offline: 'Offline' } as const;

/** Who somebody is: face, name, what they do, their status and time, and what one may do. */
export function Profile({ person, here = false, onLeave }: ProfileProps) {
  const { me } = useSession();
  const latest = useLatestPerson(person);
  const presence = usePresence([latest.id]).get(latest.id);
  const status = liveStatus(latest.status, null);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-4">
        <Avatar id={latest.id} name={latest.displayName} src={latest.avatarUrl} size={72} />
        <div className="min-w-0 leading-snug">
          <p className="flex items-center gap-1.5 font-semibold text-lg">
            <span className="truncate">{latest.displayName}</span>
            {latest.kind === 'BOT' ? <Tag>Bot</Tag> : null}
            {latest.id === me.id ? <Tag>You</Tag> : null}
          </p>
          <p className="truncate text-ink-3 text-sm">
            @{latest.handle}
            {presence && latest.deactivatedAt === null ? ` · ${presenceWords[presence]}` : null}
          </p>
          {latest.title ? <p className="truncate text-ink-2 text-sm">{latest.title}</p> : null}
        </div>
      </div>
      {status ? (
        <p className="flex gap-2 rounded-md bg-code px-3 py-2 text-sm">
          {status.emoji ? (
            <span aria-hidden="true">
              <EmojiSign emoji={status.emoji} />
            </span>
          ) : null}
          <span className="min-w-0 [overflow-wrap:anywhere]">{status.text ?? 'Has a status'}</span>
        </p>
      ) : null}
      {latest.timezone ? <ProfileTime timezone={latest.timezone} /> : null}
      {latest.deactivatedAt ? <p className="text-ink-3 text-sm">They are no longer here.</p> : null}
      <ProfileActions person={latest} here={here} onLeave={onLeave} />
    </div>
  );
}

function ProfileTime({ timezone }: { timezone: string }) {
  return (
    <p className="flex items-center gap-2 text-ink-2 text-sm">
      <Clock size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <LocalTime timezone={timezone} always />
    </p>
  );
}
