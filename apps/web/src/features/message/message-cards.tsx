'use client';

import type { Message } from '@parley/realtime/shapes';
import { Avatar } from '@parley/ui/avatar';
import { Time } from '@parley/ui/time';
import { useHydrated } from '@parley/ui/use-hydrated';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../trpc/trpc.ts';
import { useBlockedIds } from '../people/use-blocked-ids.ts';
import { messagePath } from '../shell/place.ts';
import { Markdown } from './markdown/markdown.tsx';
import { parseMessage } from './markdown/parse-markdown.ts';
import { permalinksIn } from './permalinks.ts';

const FRESH = 5 * 60_000;

/** Below a message: the messages that its permalinks lead to, as far as this reader may see them. */
export function MessageCards({ message }: { message: Message }) {
  const hydrated = useHydrated();
  if (!hydrated || !message.body.includes('message=')) return null;
  return permalinksIn(message.body, location.origin).map((id) => <MessageCard key={id} id={id} />);
}

function MessageCard({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.message.card.queryOptions({ id }, { staleTime: FRESH, retry: false }));
  const blocked = useBlockedIds();
  // What somebody wrote whom the reader blocked stays behind its link.
  if (!data || data.message.deletedAt || blocked?.has(data.message.author.id)) return null;
  const { message, channel, workspace } = data;
  const { author, createdAt } = message;
  return (
    <a
      href={messagePath(workspace.slug, message)}
      data-message-card=""
      className="mt-1.5 block max-w-130 rounded-md border border-line border-l-3 border-l-accent bg-raised px-3 py-2 text-sm hover:bg-hover"
    >
      <span className="flex items-center gap-2">
        <Avatar id={author.id} name={author.displayName} src={author.avatarUrl} size={20} />
        <b className="truncate">{author.displayName}</b>
      </span>
      <span className="mt-1 line-clamp-4 block [overflow-wrap:anywhere] *:inline" inert>
        <Markdown blocks={parseMessage(message)} />
      </span>
      <small className="mt-1 block truncate text-ink-3 text-xs">
        {channel.kind === 'PUBLIC' || channel.kind === 'PRIVATE' ? `#${channel.name}` : 'Direct message'} ·{' '}
        <Time value={createdAt} format="date" />, <Time value={createdAt} />
      </small>
    </a>
  );
}
