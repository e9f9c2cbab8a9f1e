'use client';

import { Button } from '@parley/ui/button';
import X from 'lucide-react/icons/x';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { othersIn } from '../channels/channel-label.ts';
import { OwnChannelSettings } from '../channels/own-channel-settings.tsx';
import { Profile } from '../people/profile.tsx';
import { useDirectActions } from './use-direct-actions.ts';

/** Whom a conversation is with, and what the viewer hears of it. */
export function DirectDetails({ channel }: { channel: ChannelListItem }) {
  const { me } = useSession();
  const { close } = useDirectActions();
  const others = othersIn(channel, me.id);
  const [only] = others;
  return (
    <div className="flex flex-col gap-5 p-4 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      {only && others.length === 1 ? <Profile person={only} here /> : null}
      {others.length === 0 ? (
        <p className="text-ink-2">Your own notes: lists, links and drafts. Nobody else can see them.</p>
      ) : null}
      {others.length > 1 ? (
        <p className="text-ink-2">A conversation of {others.length + 1} people. Nobody can be added to it.</p>
      ) : null}
      {channel.membership ? <OwnChannelSettings channelId={channel.id} membership={channel.membership} /> : null}
      <div className="-mx-3 border-line border-t pt-3">
        <Button
          variant="ghost"
          full
          className="justify-start!"
          icon={<X size={16} />}
          onClick={() => void close(channel.id)}
        >
          Close conversation
        </Button>
        <p className="px-3 text-ink-3 text-xs">It comes back with the next message.</p>
      </div>
    </div>
  );
}
