'use client';

import { useEffect, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useChannelCommand } from '../../sync/use-channel-command.ts';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { ComposerField } from '../composer/composer-field.tsx';
import { TypingLine } from '../composer/typing-line.tsx';

export interface ThreadComposerProps {
  /** The thread's `talkKey`. */
  talk: string;
  channel: ChannelListItem;
}

/** Where a reply is written, and whether the channel is to see it too. */
export function ThreadComposer({ talk, channel }: ThreadComposerProps) {
  const { me } = useSession();
  const { commands } = useSync();
  const [alsoToChannel, setAlsoToChannel] = useState(false);
  useChannelCommand(talk, (command) => command.type === 'sent' && setAlsoToChannel(false));
  useEffect(() => {
    // On a phone a keyboard that nobody asked for would cover the thread.
    if (matchMedia('(pointer: fine)').matches) commands.emit(talk, { type: 'focusComposer' });
  }, [commands, talk]);
  if (channel.archivedAt)
    return <p className="px-4 pt-2 pb-5 text-center text-ink-3 text-sm">This channel is archived.</p>;
  const title = channelTitle(channel, me.id);
  return (
    <div className="shrink-0 [&_[role=toolbar]:not([data-open])]:hidden [&_[data-field-box]]:mx-4">
      <ComposerField
        talk={talk}
        label="Reply in thread"
        placeholder="Reply…"
        alsoToChannel={alsoToChannel}
        aside={
          <label className="touch-row flex min-w-0 items-center gap-1.5 text-ink-3 text-xs">
            <input
              type="checkbox"
              checked={alsoToChannel}
              onChange={(event) => setAlsoToChannel(event.target.checked)}
              className="size-3.5 shrink-0"
            />
            <span className="truncate">Also send to {title === 'yourself' ? 'your notes' : title}</span>
          </label>
        }
      />
      <TypingLine talk={talk} />
    </div>
  );
}
