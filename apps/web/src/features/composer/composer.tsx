'use client';

import { useSession } from '../../sync/session.tsx';
import { useListedChannel } from '../../sync/use-channels.ts';
import { shortTitle } from './channel-title.ts';
import { ComposerField } from './composer-field.tsx';
import { TypingLine } from './typing-line.tsx';

export interface ComposerProps {
  channelId: string;
}

/** Where a message is written. Stands below the timeline; says itself when the channel is archived or not joined. */
export function Composer({ channelId }: ComposerProps) {
  const { workspace, me } = useSession();
  const { channel, status } = useListedChannel(workspace.id, channelId);
  if (channel?.archivedAt) return <ClosedNote text="This channel is archived. Nobody can write here." />;
  if (!channel && status === 'success') return <ClosedNote text="Only members of a channel can write in it." />;
  return (
    <div className="shrink-0">
      <ComposerField talk={channelId} label={channel ? `Message ${shortTitle(channel, me.id)}` : 'Message'} />
      <TypingLine talk={channelId} />
    </div>
  );
}

function ClosedNote({ text }: { text: string }) {
  return (
    <p className="mx-5 mt-1.5 mb-7 shrink-0 rounded-xl border border-line bg-code px-4 py-3 text-center text-ink-3 text-sm">
      {text}
    </p>
  );
}
