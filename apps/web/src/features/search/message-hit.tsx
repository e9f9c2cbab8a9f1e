'use client';

import { Avatar } from '@parley/ui/avatar';
import { Time } from '@parley/ui/time';
import { useMediaQuery } from '@parley/ui/use-media-query';
import clsx from 'clsx';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { useChannel } from '../../sync/use-channels.ts';
import { channelTitle } from '../composer/channel-title.ts';
import { usePlace } from '../shell/use-place.ts';
import { hitPath } from './hit-path.ts';
import { rememberSearch } from './recent-searches.ts';
import { Snippet } from './snippet-text.tsx';
import type { Hit } from './use-message-hits.ts';
import { useSearchPlace } from './use-search-place.ts';

/** Below this width the search covers the conversation, and gives way to it. */
const NARROW = '(max-width: 959px)';

/** A message that was found: who wrote it where and when, and what made it a hit. Opens it in its conversation. */
export function MessageHit({ hit: { message, channel, highlights }, q }: { hit: Hit; q: string }) {
  const { me, workspace } = useSession();
  const { commands } = useSync();
  const known = useChannel(workspace.id, channel.id);
  const place = usePlace();
  const search = useSearchPlace();
  const covers = useMediaQuery(NARROW);
  const isOpen = place.messageId === message.id && place.channelId === channel.id;
  const open = (): void => {
    rememberSearch(workspace.id, q);
    if (isOpen) commands.emit(channel.id, { type: 'show', target: message.id });
  };
  const { author } = message;
  return (
    <li>
      <a
        data-hit=""
        href={hitPath(workspace.slug, message, covers ? null : search)}
        aria-current={isOpen ? 'true' : undefined}
        onClick={open}
        className={clsx(
          'grid grid-cols-[26px_minmax(0,1fr)] gap-x-2.5 border-line border-b px-4 py-2.5 focus-visible:-outline-offset-2',
          isOpen ? 'bg-accent-soft' : 'hover:bg-hover',
        )}
      >
        <p className="col-span-2 flex items-baseline gap-2 pb-1 text-ink-3 text-xs">
          <span className="min-w-0 truncate">{titleOf(known, channel, me.id)}</span>
          {message.parentId === null ? null : <span className="shrink-0">in a thread</span>}
          <Time value={message.createdAt} format="date" className="ml-auto shrink-0" />
        </p>
        <Avatar size={26} id={author.id} name={author.displayName} src={author.avatarUrl} className="mt-0.5" />
        <div className="min-w-0">
          <p className="flex items-baseline gap-2">
            <span className="truncate font-semibold text-sm">{author.displayName}</span>
            <Time value={message.createdAt} className="text-ink-3 text-xs" />
          </p>
          <p className="line-clamp-4 text-ink-2 text-sm [overflow-wrap:anywhere]">
            <Snippet body={message.body} highlights={highlights} />
          </p>
        </div>
      </a>
    </li>
  );
}

function titleOf(
  known: Parameters<typeof channelTitle>[0] | undefined,
  channel: Hit['channel'],
  viewerId: string,
): string {
  if (known) return channelTitle(known, viewerId);
  return channel.name === '' ? 'Direct message' : `#${channel.name}`;
}
