'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { sayWhy } from '../channels/channel-actions.ts';
import { channelLabel, othersIn } from '../channels/channel-label.ts';
import { TimelineSkeleton } from '../timeline/timeline-skeleton.tsx';
import { useDirectActions } from './use-direct-actions.ts';

export interface ClosedDirectProps {
  readonly channel: ChannelListItem;
  /** It was closed a moment ago, so it is not opened again unasked. */
  readonly shut: boolean;
}

/** A conversation that is off the list: opened again at once for who comes by its address. */
export function ClosedDirect({ channel, shut }: ClosedDirectProps) {
  const { me } = useSession();
  const { open } = useDirectActions();
  const reopen = useMutation({
    mutationFn: () =>
      open(
        (channel.people ?? []).map((person) => person.id),
        { replace: true },
      ),
  });
  const come = useEffectEvent(() => reopen.mutate());
  useEffect(() => {
    if (!shut) come();
  }, [shut]);
  const failure = reopen.error ? sayWhy(reopen.error) : null;
  if (!shut && failure === null) return <TimelineSkeleton />;
  const notes = othersIn(channel, me.id).length === 0;
  const name = notes ? 'your notes' : channelLabel(channel, me.id);
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <EmptyState
        title={failure === null ? `You closed ${name}` : `Couldn’t open ${name}`}
        text={
          failure ??
          (notes ? 'They come back when you open them.' : 'It comes back with the next message, or when you open it.')
        }
        action={
          <Button pending={reopen.isPending} onClick={() => reopen.mutate()}>
            {failure === null ? 'Open again' : 'Try again'}
          </Button>
        }
      />
    </div>
  );
}
