'use client';

import { IconButton } from '@parley/ui/icon-button';
import { ResizeHandle } from '@parley/ui/resize-handle';
import clsx from 'clsx';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import X from 'lucide-react/icons/x';
import { useSession } from '../../sync/session.tsx';
import { talkKey } from '../../sync/talk.ts';
import { useChannelCommand } from '../../sync/use-channel-command.ts';
import type { ChannelListItem } from '../../sync/use-channels.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { useSearchPlace } from '../search/use-search-place.ts';
import { usePanelWidth } from '../shell/use-panel-width.tsx';
import { FollowButton } from './follow-button.tsx';
import { ThreadComposer } from './thread-composer.tsx';
import { ThreadTimeline } from './thread-timeline.tsx';
import { useCloseThread } from './use-close-thread.ts';

export interface ThreadPanelProps {
  readonly channel: ChannelListItem;
  readonly parentId: string;
  /** A reply to go to. */
  readonly messageId: string | undefined;
}

/** A thread beside its channel: over it where there is no room, and the whole page on a phone. */
export function ThreadPanel({ channel, parentId, messageId }: ThreadPanelProps) {
  const { me } = useSession();
  const width = usePanelWidth('panel');
  const searching = useSearchPlace() !== null;
  const close = useCloseThread({ channelId: channel.id, parentId });
  const talk = talkKey({ channelId: channel.id, parentId });
  // Escape where one writes says that the reader is done here.
  useChannelCommand(talk, (command) => command.type === 'markRead' && close());
  return (
    <aside
      aria-label="Thread"
      className={clsx(
        'surface-canvas relative flex w-(--panel-width,392px) max-w-[calc(100vw-var(--sidebar-width,264px)-24rem)] shrink-0 flex-col border-line border-l pb-[env(safe-area-inset-bottom)] max-[959px]:absolute max-[959px]:inset-y-0 max-[959px]:right-0 max-[959px]:z-panel max-[959px]:max-w-full max-md:w-full max-md:border-l-0 md:max-[959px]:shadow-float [&_[role=log]_article]:px-4',
        // Three beside each other need more room: the thread stands over its channel, between the sidebar and the search.
        searching &&
          'max-[1431px]:absolute max-[1431px]:inset-y-0 max-[1431px]:right-0 max-[1431px]:z-panel max-[1431px]:w-full max-[1431px]:max-w-full max-[1431px]:border-l-0',
      )}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <ResizeHandle label="Panel" edge="left" {...width} className="max-md:hidden" />
      <header className="box-content flex h-13 shrink-0 items-center gap-2 border-line border-b pt-[env(safe-area-inset-top)] pr-3.5 pl-4 max-sm:pr-2 max-sm:pl-1.5">
        <IconButton label="Back" size="lg" className="sm:hidden" onClick={close}>
          <ChevronLeft size={18} />
        </IconButton>
        <h2 className="font-semibold">Thread</h2>
        <p className="min-w-0 truncate text-ink-3 text-sm">{channelTitle(channel, me.id)}</p>
        <span className="ml-auto flex shrink-0 items-center gap-0.5">
          <FollowButton parentId={parentId} />
          <IconButton label="Close" keys="escape" size="lg" className="max-sm:hidden" onClick={close}>
            <X size={18} />
          </IconButton>
        </span>
      </header>
      <section data-region="thread" aria-label="Replies" className="flex min-h-0 flex-1 flex-col">
        <ThreadTimeline key={talk} talk={talk} channel={channel} messageId={messageId} />
      </section>
      <section data-region="reply" aria-label="Write a reply">
        <ThreadComposer key={talk} talk={talk} channel={channel} />
      </section>
    </aside>
  );
}
