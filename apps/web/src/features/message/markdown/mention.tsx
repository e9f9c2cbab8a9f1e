'use client';

import clsx from 'clsx';
import { useSession } from '../../../sync/session.tsx';
import { useChannel } from '../../../sync/use-channels.ts';
import { usePerson } from '../../../sync/use-person.ts';
import { channelPath } from '../../shell/place.ts';

const mark = 'rounded-xs px-0.75 font-semibold [box-decoration-break:clone]';
const other = 'bg-accent-soft text-accent';
const mine = 'bg-mark';

/** A person who is called by name. */
export function PersonMention({ id }: { id: string }) {
  const { me } = useSession();
  const person = usePerson(id);
  return (
    <button
      type="button"
      data-person={id}
      className={clsx(mark, 'inline hover:underline', id === me.id ? mine : other)}
    >
      @{person?.displayName ?? 'someone'}
    </button>
  );
}

/** Everyone in the channel, or those who are there. */
export function EveryoneMention({ name }: { name: 'channel' | 'here' }) {
  return <span className={clsx(mark, mine)}>@{name}</span>;
}

/** A channel: a link where the reader is in it. */
export function ChannelMention({ id }: { id: string }) {
  const { workspace } = useSession();
  const channel = useChannel(workspace.id, id);
  if (!channel) return <span className={clsx(mark, 'text-ink-3')}>#unknown-channel</span>;
  return (
    <a href={channelPath(workspace.slug, id)} className={clsx(mark, other, 'hover:underline')}>
      #{channel.name}
    </a>
  );
}
