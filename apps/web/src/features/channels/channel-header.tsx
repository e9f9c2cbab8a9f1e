'use client';

import { IconButton } from '@parley/ui/icon-button';
import { Skeleton } from '@parley/ui/skeleton';
import { tooltip } from '@parley/ui/tooltip';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Pin from 'lucide-react/icons/pin';
import Star from 'lucide-react/icons/star';
import Users from 'lucide-react/icons/users';
import { useSession } from '../../sync/session.tsx';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { usePinned } from '../../sync/use-pinned.ts';
import { DirectNote, DirectTitle } from '../direct/direct-title.tsx';
import { SearchHere } from '../search/search-here.tsx';
import { lateComponent } from '../shell/late-code.ts';
import { OnDemand } from '../shell/on-demand.tsx';
import { useShortcut } from '../shortcuts/shortcuts-provider.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import { isDirect } from './channel-label.ts';
import { useChannelActions } from './use-channel-actions.ts';
import { useChannelPanel } from './use-channel-panel.ts';

const ChannelMenu = lateComponent(async () => (await import('./channel-menu.tsx')).ChannelMenu);

export interface ChannelHeaderProps {
  readonly channel: ChannelListItem | undefined;
  readonly loading: boolean;
}

/** The channel's name and topic, who is in it, and what one may do with it. Keeps its height while it is not known. */
export function ChannelHeader({ channel, loading }: ChannelHeaderProps) {
  const { workspace } = useSession();
  return (
    <header
      data-region="header"
      className="@container box-content flex h-13 shrink-0 items-center gap-3 border-line border-b pt-[env(safe-area-inset-top)] pr-3.5 pl-5 max-sm:gap-1 max-sm:pr-2 max-sm:pl-1.5"
    >
      <a
        href={`/w/${workspace.slug}`}
        aria-label="Back to channels"
        className="touch-target grid size-9 shrink-0 place-items-center rounded-md text-ink-2 sm:hidden"
      >
        <ChevronLeft size={18} />
      </a>
      {loading ? <Skeleton className="h-4 w-40" /> : null}
      {channel ? <HeaderTitle channel={channel} /> : null}
      {channel?.membership ? <HeaderActions channel={channel} starred={channel.membership.starred} /> : null}
    </header>
  );
}

function HeaderTitle({ channel }: { channel: ChannelListItem }) {
  const { toggle } = useChannelPanel(channel.id);
  const inside = channel.membership !== null;
  const name = isDirect(channel) ? (
    <DirectTitle channel={channel} />
  ) : (
    <>
      <ChannelIcon kind={channel.kind} className="text-ink" />
      <span className="truncate">{channel.name}</span>
    </>
  );
  return (
    <>
      <h1 className="min-w-0 shrink-0 font-semibold max-sm:shrink max-sm:text-lg sm:max-w-1/2">
        {inside ? (
          <button
            type="button"
            onClick={() => toggle('details')}
            className="touch-row -mx-1.5 flex max-w-[calc(100%+0.75rem)] items-center gap-1 rounded-sm px-1.5 py-0.5 hover:bg-ink/6"
          >
            {name}
          </button>
        ) : (
          <span className="flex items-center gap-1">{name}</span>
        )}
      </h1>
      {isDirect(channel) ? <DirectNote channel={channel} /> : null}
      {channel.topic ? (
        <p className="min-w-0 truncate text-ink-3 text-sm @max-lg:hidden" {...tooltip(channel.topic)}>
          {channel.topic}
        </p>
      ) : null}
    </>
  );
}

function HeaderActions({ channel, starred }: { channel: ChannelListItem; starred: boolean }) {
  const { panel, toggle } = useChannelPanel(channel.id);
  const actions = useChannelActions(channel.id);
  useShortcut('details', () => toggle('details'));
  const people = channel.memberCount === 1 ? '1 member' : `${channel.memberCount} members`;
  const trigger = (
    <IconButton label="More" size="lg" data-panel-opener="">
      <Ellipsis size={18} />
    </IconButton>
  );
  return (
    <div className="ml-auto flex shrink-0 items-center gap-0.5">
      <PinsButton channelId={channel.id} pressed={panel === 'pins'} onPress={() => toggle('pins')} />
      {channel.kind === 'DIRECT' ? null : (
        <button
          type="button"
          aria-label={people}
          aria-pressed={panel === 'members'}
          onClick={() => toggle('members')}
          className={countButton}
          {...tooltip(people)}
        >
          <Users size={18} aria-hidden="true" />
          {channel.memberCount}
        </button>
      )}
      <SearchHere channel={channel} />
      <IconButton
        label={starred ? 'Unstar' : 'Star'}
        size="lg"
        onClick={() => actions.star(!starred)}
        className="max-sm:hidden"
      >
        <Star size={18} className={starred ? 'fill-away text-away' : undefined} />
      </IconButton>
      <OnDemand trigger={trigger} menu={ChannelMenu} />
    </div>
  );
}

const countButton =
  'touch-target flex h-8 items-center justify-center gap-1.5 rounded-md px-2 text-ink-3 text-sm tabular-nums transition-colors hover:bg-ink/6 hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent';

/** How many messages are pinned, and the way to them; nothing while there are none. */
function PinsButton({ channelId, pressed, onPress }: { channelId: string; pressed: boolean; onPress: () => void }) {
  const { items } = usePinned(channelId);
  const count = items?.length ?? 0;
  if (count === 0) return null;
  const label = count === 1 ? '1 pinned message' : `${count} pinned messages`;
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
      className={countButton}
      {...tooltip(label)}
    >
      <Pin size={18} aria-hidden="true" />
      {count}
    </button>
  );
}
