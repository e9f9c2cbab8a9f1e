import clsx from 'clsx';
import Hash from 'lucide-react/icons/hash';
import Lock from 'lucide-react/icons/lock';
import type { ChannelListItem } from '../../sync/use-channels.ts';

/** # for a channel that anyone may find, a lock for a private one. */
export function ChannelIcon({ kind, className }: { kind: ChannelListItem['kind']; className?: string }) {
  const Icon = kind === 'PRIVATE' ? Lock : Hash;
  return (
    <>
      <Icon size={16} aria-hidden="true" className={clsx('shrink-0', className)} />
      {kind === 'PRIVATE' ? <span className="sr-only">Private channel</span> : null}
    </>
  );
}
