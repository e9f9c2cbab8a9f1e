'use client';

import { Button, buttonClass } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import CloudOff from 'lucide-react/icons/cloud-off';
import DoorOpen from 'lucide-react/icons/door-open';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import type { ReactNode } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useConnection } from '../../sync/use-connection.ts';
import { useOpenDialog } from '../shell/dialogs.tsx';

function Middle({ children }: { children: ReactNode }) {
  return <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">{children}</div>;
}

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

/** It could not be found out how the viewer stands to the channel. */
export function ChannelFailed({ onRetry }: { onRetry: () => void }) {
  const { state } = useConnection();
  const offline = state === 'offline';
  return (
    <Middle>
      <EmptyState
        icon={<CloudOff size={18} />}
        title={offline ? 'You’re offline' : 'Couldn’t load this channel'}
        text={offline ? 'It will be here when you’re back.' : 'The server did not answer as it should.'}
        action={<Button onClick={onRetry}>Try again</Button>}
      />
    </Middle>
  );
}
