'use client';

import type { User } from '@parley/realtime/shapes';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { useLatestPerson } from '../../sync/use-latest-person.ts';
import { channelLabel, othersIn } from '../channels/channel-label.ts';
import { LocalTime } from '../people/local-time.tsx';
import { PresenceContext } from '../presence/presence-context.tsx';
import { usePresence } from '../presence/use-presence.ts';
import { DirectFace } from './direct-face.tsx';
import { liveStatus } from './status-mark.tsx';

/** A conversation's face and name, for its header. */
export function DirectTitle({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const [only, ...more] = othersIn(channel, me.id);
  const shown = only && more.length === 0 ? [only.id] : [];
  const presence = usePresence(shown);
  const latest = useLatestPerson(only ?? me);
  return (
    <PresenceContext value={presence}>
      <DirectFace channel={channel} size={26} />
      <span className="truncate pl-1">{shown.length === 1 ? latest.displayName : channelLabel(channel, me.id)}</span>
    </PresenceContext>
  );
}

/** What stands beside the name: the other's status and the time where they are, or what one's notes are. */
export function DirectNote({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const [only, ...more] = othersIn(channel, me.id);
  if (more.length > 0) return null;
  if (!only) return <p className="min-w-0 truncate text-ink-3 text-sm max-sm:hidden">Only you can see this</p>;
  return <OtherNote person={only} />;
}

function OtherNote({ person }: { person: User }) {
  const latest = useLatestPerson(person);
  const status = liveStatus(latest.status, null);
  const words = [status?.emoji, status?.text].filter(Boolean).join(' ');
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-ink-3 text-sm max-sm:hidden">
      <span className="truncate">{words || latest.title}</span>
      <LocalTime timezone={latest.timezone} before={words || latest.title ? '·' : ''} />
    </p>
  );
}
