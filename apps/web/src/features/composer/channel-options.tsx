'use client';

import { useMemo } from 'react';
import { useSession } from '../../sync/session.tsx';
import { type ChannelListItem, useChannels } from '../../sync/use-channels.ts';
import { ChannelIcon } from '../channels/channel-icon.tsx';
import { matchScore } from '../switcher/match-score.ts';
import type { CompletionItem } from './completion-item.ts';
import type { CompletionListProps } from './completion-list.tsx';
import { CompletionOptions } from './completion-options.tsx';

const MOST = 8;
const LEAST_SCORE = 3;

/** The viewer's channels, to be named. */
export function ChannelOptions(props: CompletionListProps) {
  const { workspace } = useSession();
  const { channels } = useChannels(workspace.id);
  const { query } = props.trigger;
  const items = useMemo(
    () =>
      channels
        .filter(({ kind, archivedAt }) => (kind === 'PUBLIC' || kind === 'PRIVATE') && archivedAt === null)
        .map((channel) => ({ channel, score: query === '' ? LEAST_SCORE : matchScore(query, channel.name) }))
        .filter(({ score }) => score >= LEAST_SCORE)
        .toSorted((one, other) => other.score - one.score || one.channel.name.localeCompare(other.channel.name))
        .slice(0, MOST)
        .map(({ channel }) => channelItem(channel)),
    [channels, query],
  );
  return <CompletionOptions {...props} label="Channels" items={items} />;
}

function channelItem({ id, kind, name, topic }: ChannelListItem): CompletionItem {
  return { key: id, token: `<#${id}>`, icon: <ChannelIcon kind={kind} />, label: name, detail: topic };
}
