'use client';

import type { User } from '@parley/realtime/shapes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ChannelListItem, useChannels } from '../../sync/use-channels.ts';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';
import { recentChannels } from '../shell/recent-channels.ts';
import { usePlace } from '../shell/use-place.ts';
import { useMuteClock } from '../sidebar/use-mute-clock.ts';
import { rankChannels } from './rank-channels.ts';

export type SwitcherChannel = Pick<
  ChannelListItem,
  'id' | 'name' | 'kind' | 'topic' | 'archivedAt' | 'membership' | 'people'
>;

/** What the switcher offers. `id` tells options apart. */
export type SwitcherChoice =
  | { readonly type: 'channel'; readonly id: string; readonly channel: SwitcherChannel; readonly joined: boolean }
  | { readonly type: 'person'; readonly id: string; readonly user: User }
  | { readonly type: 'search'; readonly id: 'search'; readonly q: string };

type JumpTarget = ApiOutput['search']['jump']['items'][number];

/** So many that what comes last, the search, is in view too. */
const MOST = 10;
/** So many of what the server adds are shown however many channels there are. */
const LEAST_ADDED = 4;
/** The server puts one’s own channels first. */
const ASKED = 40;

/**
 * Where one may go: at once the viewer's channels that answer to what was typed, and as soon as the server says so, people,
 * closed conversations and channels to join. The last one searches the messages.
 */
export function useSwitcherOptions(typed: string): SwitcherChoice[] {
  const { me, workspace } = useSession();
  const { channelId: openId } = usePlace();
  const { channels } = useChannels(workspace.id);
  const [recent] = useState(() => recentChannels(workspace.id));
  const now = useMuteClock(channels);
  const trpc = useTRPC();
  const q = useDeferredValue(typed.trim().replace(/^[#@]/, ''));
  const { data: asked } = useQuery(
    trpc.search.jump.queryOptions(
      { workspaceId: workspace.id, q, limit: ASKED },
      { enabled: q.length > 0 && q.length <= 80, placeholderData: keepPreviousData },
    ),
  );
  return useMemo(() => {
    const context = { typed, recent, openId, viewerId: me.id, now };
    const mine = rankChannels(channels, context).slice(0, MOST).map(ownChoice);
    const inside = new Set(channels.map((channel) => channel.id));
    const withOne = new Set(channels.filter(({ kind }) => kind === 'DIRECT').flatMap(({ people }) => idsOf(people)));
    const rest = typed.trim() === '' ? [] : (asked?.items ?? []).flatMap(choiceOf);
    const news = rest.filter(({ type, id }) => !(type === 'person' ? withOne : inside).has(id));
    const own = mine.slice(0, MOST - Math.min(news.length, LEAST_ADDED));
    return [...own, ...news.slice(0, MOST - own.length), { type: 'search', id: 'search', q: typed.trim() }];
  }, [channels, asked, typed, recent, openId, me.id, now]);
}

function idsOf(people: ChannelListItem['people']): string[] {
  return (people ?? []).map((person) => person.id);
}

function ownChoice(channel: ChannelListItem): SwitcherChoice {
  return { type: 'channel', id: channel.id, channel, joined: true };
}

function choiceOf(target: JumpTarget): SwitcherChoice[] {
  if (target.type === 'person') return [{ type: 'person', id: target.user.id, user: target.user }];
  if (target.type === 'channel') return [ownChoice(target.channel)];
  return [{ type: 'channel', id: target.channel.id, channel: { ...target.channel, membership: null }, joined: false }];
}
