'use client';

import { AnchoredPopover } from '@parley/ui/anchored-popover';
import { Skeleton } from '@parley/ui/skeleton';
import { usePerson } from '../../sync/use-person.ts';
import type { AskedPerson } from './person-card-host.tsx';
import { Profile } from './profile.tsx';

/** Who somebody is, beside their name or face. */
export function PersonCard({ asked, onClose }: { asked: AskedPerson; onClose: () => void }) {
  const person = usePerson(asked.userId);
  return (
    <AnchoredPopover
      label={person ? `About ${person.displayName}` : 'About this person'}
      anchor={asked.anchor}
      onClose={onClose}
      className="w-80 p-4"
    >
      {person ? <Profile person={person} onLeave={onClose} /> : <Skeleton className="h-24" />}
    </AnchoredPopover>
  );
}
