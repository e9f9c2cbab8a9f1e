'use client';

import { Button } from '@parley/ui/button';
import { buttonClass } from '@parley/ui/button-class';
import { EmptyState } from '@parley/ui/empty-state';
import DoorOpen from 'lucide-react/icons/door-open';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import { useSession } from '../../sync/session.tsx';
import { useOpenDialog } from '../shell/dialogs.tsx';
import { Middle } from './middle.tsx';

/** The ways on from a channel that cannot be shown. */
function WaysOn() {
  const { workspace } = useSession();
  const open = useOpenDialog();
  return (
    <>
      <a className={buttonClass()} href={`/w/${workspace.slug}`}>
        Back to my channels
      </a>
      <Button variant="ghost" onClick={() => open('browseChannels')}>
        Browse channels
      </Button>
    </>
  );
}

/** There is no such channel for the viewer: which of the reasons it is, they are not told. */
export function ChannelMissing() {
  return (
    <Middle>
      <EmptyState
        icon={<LockKeyhole size={18} />}
        title="You can’t see this channel"
        text="It is private, or it no longer exists. Somebody who is in it can add you."
        action={<WaysOn />}
      />
    </Middle>
  );
}

/** The channel was open, and is no longer the viewer's to see. */
export function ChannelRemoved({ name }: { name: string }) {
  return (
    <Middle>
      <EmptyState
        icon={<DoorOpen size={18} />}
        title={`You are no longer in ${name}`}
        text="Somebody removed you, or the channel was deleted. Somebody who is in it can add you again."
        action={<WaysOn />}
      />
    </Middle>
  );
}
