'use client';

import { Button } from '@parley/ui/button';
import { tooltip } from '@parley/ui/tooltip';
import { useSync } from '../../sync/sync-provider.tsx';
import { useThreadPlace } from '../../sync/use-thread-place.ts';

/** Whether the reader hears of new replies in a thread; pressed, the other way round. */
export function FollowButton({ parentId }: { parentId: string }) {
  const { threads } = useSync();
  const place = useThreadPlace(parentId);
  if (!place) return null;
  const { following } = place;
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-pressed={following}
      className="font-normal! text-ink-3!"
      {...tooltip(following ? 'You hear of new replies. Press to stop.' : 'Hear of new replies')}
      onClick={() => void threads.follow(parentId, !following)}
    >
      {following ? 'Following' : 'Follow'}
    </Button>
  );
}
