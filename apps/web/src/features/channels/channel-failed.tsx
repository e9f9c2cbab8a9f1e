'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import CloudOff from 'lucide-react/icons/cloud-off';
import { useConnection } from '../../sync/use-connection.ts';
import { Middle } from './middle.tsx';

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
