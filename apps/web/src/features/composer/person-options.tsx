'use client';

import { Avatar } from '@parley/ui/avatar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Megaphone from 'lucide-react/icons/megaphone';
import { useDeferredValue, useMemo } from 'react';
import { liveSpan } from '../../sync/channel-log.ts';
import { sliceOf } from '../../sync/seq-list.ts';
import { useSession } from '../../sync/session.tsx';
import { useSync } from '../../sync/sync-provider.tsx';
import { talkOf } from '../../sync/talk.ts';
import { useChannel } from '../../sync/use-channels.ts';
import { useTRPC } from '../../trpc/trpc.ts';
import { useMembers } from '../members/use-members.ts';
import type { CompletionItem } from './completion-item.ts';
import type { CompletionListProps } from './completion-list.tsx';
import { CompletionOptions } from './completion-options.tsx';
import { type RankedPerson, rankPeople } from './rank-people.ts';

const MOST_INSIDE = 8;
const MOST_OUTSIDE = 5;
/** A channel with more members than this has them looked up by name, not listed. */
const MOST_LISTED = 500;
const RECENT = 60;

const everybody = [
  { name: 'channel', detail: 'Everybody in this channel' },
  { name: 'here', detail: 'Everybody who is here now' },
] as const;

/** People to call: those who talk here first. */
export function PersonOptions(props: CompletionListProps) {
  const { query } = props.trigger;
  const people = usePeopleAtHand(props.talk, query);
  const items = useMemo(() => {
    const inside = people.filter((one) => one.inside).slice(0, MOST_INSIDE);
    const outside = people.filter((one) => !one.inside).slice(0, MOST_OUTSIDE);
    return [...inside.map(personItem), ...everybodyItems(query), ...outside.map(personItem)];
  }, [people, query]);
  return <CompletionOptions {...props} label="People" items={items} />;
}

function personItem({ user, inside }: RankedPerson): CompletionItem {
  return {
    key: user.id,
    token: `<@${user.id}>`,
    icon: <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size={20} />,
    label: user.displayName,
    detail: `@${user.handle}`,
    ...(inside ? {} : { note: 'Not in this channel' }),
  };
}

function everybodyItems(query: string): CompletionItem[] {
  return everybody
    .filter(({ name }) => name.startsWith(query.toLowerCase()))
    .map(({ name, detail }) => ({
      key: name,
      token: `<!${name}>`,
      icon: <Megaphone size={16} />,
      label: `@${name}`,
      detail,
    }));
}

function usePeopleAtHand(talk: string, query: string): RankedPerson[] {
  const { me, workspace } = useSession();
  const { channelId, parentId } = talkOf(talk);
  const sync = useSync();
  const trpc = useTRPC();
  const channel = useChannel(workspace.id, channelId);
  const few = (channel?.memberCount ?? 0) <= MOST_LISTED;
  const { members, hasMore, status } = useMembers(channelId, { all: few });
  const q = useDeferredValue(query.trim());
  const found = useQuery(
    trpc.user.search.queryOptions(
      { workspaceId: workspace.id, q, limit: 20 },
      { staleTime: 60_000, placeholderData: keepPreviousData },
    ),
  );
  const others = found.data?.items;
  return useMemo(() => {
    const users = members.map((member) => member.user);
    sync.people.note([...users, ...(others ?? [])]);
    return rankPeople(query, {
      viewerId: me.id,
      threadIds: parentId === null ? [] : recentAuthors(sync, talk),
      recentIds: recentAuthors(sync, channelId),
      members: users,
      others: others ?? [],
      complete: status === 'success' && !hasMore,
    });
  }, [members, others, query, me.id, sync, talk, channelId, parentId, status, hasMore]);
}

/** Who wrote in a conversation, the latest first. */
function recentAuthors({ logs }: ReturnType<typeof useSync>, key: string): string[] {
  const log = logs.read(key);
  if (!log) return [];
  const { items } = liveSpan(log);
  const latest = sliceOf(items, Math.max(0, items.length - RECENT), items.length);
  return [...new Set(latest.map((message) => message.author.id).toReversed())];
}
