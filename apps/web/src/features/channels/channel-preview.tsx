'use client';

import { Button } from '@parley/ui/button';
import { Time } from '@parley/ui/time';
import { useState } from 'react';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { useChannelActions } from './use-channel-actions.ts';

export interface ChannelPreviewProps {
  readonly channel: ChannelListItem;
  /** The viewer was in it a moment ago. */
  readonly left: boolean;
}

/** What a public channel is about, for somebody who is not in it, and the way in. */
export function ChannelPreview({ channel, left }: ChannelPreviewProps) {
  const { join } = useChannelActions(channel.id);
  const [pending, setPending] = useState(false);
  const press = async (): Promise<void> => {
    setPending(true);
    await join();
    setPending(false);
  };
  const people = channel.memberCount === 1 ? '1 member' : `${channel.memberCount} members`;
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto p-6">
      <section aria-label="About this channel" className="w-full max-w-100 rounded-xl border border-line bg-raised p-5">
        {left ? <p className="pb-2 text-ink-3 text-sm">You are no longer in this channel.</p> : null}
        <h2 className="flex items-center gap-1.5 font-semibold text-lg">
          <ChannelIcon kind={channel.kind} />
          <span className="truncate">{channel.name}</span>
        </h2>
        {channel.topic ? <p className="pt-1 text-ink-2 [overflow-wrap:anywhere]">{channel.topic}</p> : null}
        {channel.description ? (
          <p className="whitespace-pre-wrap pt-2 text-ink-2 text-sm [overflow-wrap:anywhere]">{channel.description}</p>
        ) : null}
        <p className="pt-2 text-ink-3 text-sm">
          {people} · made on <Time value={channel.createdAt} format="date" />
        </p>
        {channel.archivedAt ? (
          <p className="pt-4 text-ink-3 text-sm">This channel is archived, so nobody can join it.</p>
        ) : (
          <Button variant="primary" size="lg" full className="mt-5" pending={pending} onClick={press}>
            {left ? 'Join again' : 'Join channel'}
          </Button>
        )}
      </section>
    </div>
  );
}
