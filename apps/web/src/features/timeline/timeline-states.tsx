import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import CloudOff from 'lucide-react/icons/cloud-off';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';

/** The viewer is not, or no longer, in this channel; or there is none. */
export function NoAccess() {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        icon={<LockKeyhole size={18} />}
        title="You can’t see this channel"
        text="You are not in it, you were removed, or it no longer exists. Ask one of its members to add you."
      />
    </div>
  );
}

/** The first page could not be had. */
export function LoadFailed({ offline, onRetry }: { offline: boolean; onRetry: () => void }) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        icon={<CloudOff size={18} />}
        title={offline ? 'You are offline' : 'Couldn’t load this channel'}
        text={
          offline ? 'Its messages will load when the connection is back.' : 'The server did not answer as it should.'
        }
        action={<Button onClick={onRetry}>Try again</Button>}
      />
    </div>
  );
}
