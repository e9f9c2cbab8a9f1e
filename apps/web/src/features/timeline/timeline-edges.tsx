import { Button } from '@parley/ui/button';
import { buttonClass } from '@parley/ui/button-class';
import { Spinner } from '@parley/ui/spinner';
import { Time } from '@parley/ui/time';
import type { ChannelListItem } from '../../sync/channel-list.ts';
import { useSession } from '../../sync/session.tsx';
import { channelTitle } from '../composer/channel-title.ts';
import { channelPath } from '../shell/place.ts';

/** Stands where history goes on: keeps its height whether it loads, waits or failed. */
export function HistoryEdge({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  return (
    <div className="flex h-16 items-center justify-center gap-3 text-ink-3 text-sm">
      {failed ? (
        <>
          Couldn’t load more messages.
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        </>
      ) : (
        <Spinner />
      )}
    </div>
  );
}

export interface ChannelBeginningProps {
  channel: ChannelListItem | undefined;
  viewerId: string;
  /** Nothing was written yet. */
  empty: boolean;
}

/** What a channel is for, above its first message. */
export function ChannelBeginning({ channel, viewerId, empty }: ChannelBeginningProps) {
  if (!channel) return <div className="h-6" />;
  const title = channelTitle(channel, viewerId);
  const named = channel.kind === 'PUBLIC' || channel.kind === 'PRIVATE';
  const heading = named ? title : title === 'yourself' ? 'Your notes' : title;
  return (
    <div className="px-5 pt-10 pb-3 max-sm:px-3">
      <h2 className="font-semibold text-ink text-xl">{heading}</h2>
      <p className="max-w-prose pt-1 text-ink-2">{purpose(channel, { title, named })}</p>
      {named ? (
        <p className="pt-1 text-ink-3 text-sm">
          Made on <Time value={channel.createdAt} format="date" />.
        </p>
      ) : null}
      {named ? <FirstSteps channel={channel} /> : null}
      {empty ? <p className="pt-3 text-ink-3 text-sm">Nothing here yet. Write the first message below.</p> : null}
    </div>
  );
}

/** What is still to be done in a channel by whoever owns it. */
function FirstSteps({ channel }: { channel: ChannelListItem }) {
  const { workspace } = useSession();
  const mine = channel.membership?.role === 'OWNER' && channel.archivedAt === null;
  const alone = channel.memberCount === 1 && !channel.isDefault;
  if (!mine || (channel.description !== '' && !alone)) return null;
  return (
    <p className="flex flex-wrap gap-2 pt-3">
      {channel.description === '' ? (
        <a className={buttonClass({ size: 'sm' })} href={channelPath(workspace.slug, channel.id, 'details')}>
          Say what it is for
        </a>
      ) : null}
      {alone ? (
        <a className={buttonClass({ size: 'sm' })} href={channelPath(workspace.slug, channel.id, 'members')}>
          Add people
        </a>
      ) : null}
    </p>
  );
}

function purpose(channel: ChannelListItem, { title, named }: { title: string; named: boolean }): string {
  if (!named && title === 'yourself') return 'A place for notes and drafts that only you can see.';
  if (channel.kind === 'GROUP') return 'This is the beginning of your conversation. Only its people can see it.';
  if (!named) return `This is the beginning of your conversation with ${title}.`;
  if (channel.description) return channel.description;
  return channel.kind === 'PRIVATE'
    ? `This is the beginning of ${title}, a private channel.`
    : `This is the beginning of ${title}.`;
}
