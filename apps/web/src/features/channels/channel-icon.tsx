import clsx from 'clsx';
import AtSign from 'lucide-react/icons/at-sign';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import Users from 'lucide-react/icons/users';
import type { ChannelListItem } from '../../sync/use-channels.ts';

type Kind = ChannelListItem['kind'];

const icons = { PUBLIC: Hash, PRIVATE: Lock, DIRECT: AtSign, GROUP: Users } satisfies Record<Kind, unknown>;
const words: Record<Kind, string | null> = {
  PUBLIC: null,
  PRIVATE: 'Private channel',
  DIRECT: 'Direct message',
  GROUP: 'Group',
};

/** # for a channel that anyone may find, a lock for a private one, @ for a person, and people for several. */
export function ChannelIcon({ kind, className }: { kind: Kind; className?: string }) {
  const Icon = icons[kind];
  return (
    <>
      <Icon size={16} aria-hidden="true" className={clsx('shrink-0', className)} />
      {words[kind] ? <span className="sr-only">{words[kind]}</span> : null}
    </>
  );
}
