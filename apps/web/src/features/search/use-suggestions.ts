'use client';

import type { User } from '@parley/realtime/shapes';
import { useTimeSettings } from '@parley/ui/time';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSession } from '../../sync/session.tsx';
import { type ChannelListItem, useChannels } from '../../sync/use-channels.ts';
import { type ApiOutput, useTRPC } from '../../trpc/trpc.ts';
import { matchScore } from '../switcher/match-score.ts';
import { dayOf } from '../timeline/day.ts';
import { quoted } from './quoted.ts';
import { type Suggestion, suggestOperators, suggestValues, type TypedToken } from './suggest.ts';

const MOST = 7;
type Person = ApiOutput['search']['people']['items'][number];

/** What may complete the query: operators, and their people, channels, days and words. */
export function useSuggestions(token: TypedToken | null): Suggestion[] {
  const { me, workspace } = useSession();
  const { channels } = useChannels(workspace.id);
  const { timeZone } = useTimeSettings();
  const trpc = useTRPC();
  const wantsPeople = token?.kind === 'value' && (token.operator === 'from' || token.operator === 'in');
  const { data } = useQuery(
    trpc.search.people.queryOptions(
      { workspaceId: workspace.id, q: (token?.typed ?? '').slice(0, 80), limit: MOST },
      { enabled: wantsPeople, placeholderData: keepPreviousData },
    ),
  );
  const people = data?.items;
  if (!token) return [];
  if (token.kind === 'operator') return suggestOperators(token);
  const others = (people ?? []).filter((person) => person.id !== me.id);
  if (token.operator === 'from') return suggestAuthors(token, { me, people: others }).slice(0, MOST);
  if (token.operator === 'in') return suggestPlaces(token, { channels, people: others }).slice(0, MOST);
  return suggestValues(token, dayOf(Date.now(), timeZone));
}

type ValueToken = Extract<TypedToken, { kind: 'value' }>;

function personSuggestion({ operator, not }: ValueToken, { id, handle, displayName, avatarUrl }: Person): Suggestion {
  const person = { id, name: displayName, avatarUrl };
  return { source: `${not}${operator}:@${handle}`, label: displayName, note: `@${handle}`, person };
}

function suggestAuthors(token: ValueToken, { me, people }: { me: User; people: readonly Person[] }): Suggestion[] {
  const face = { id: me.id, name: me.displayName, avatarUrl: me.avatarUrl };
  const mine = { source: `${token.not}from:me`, label: 'me', note: 'What you wrote yourself', person: face };
  return [
    ...('me'.startsWith(token.typed.toLowerCase()) ? [mine] : []),
    ...people.map((person) => personSuggestion(token, person)),
  ];
}

function suggestPlaces(
  token: ValueToken,
  { channels, people }: { channels: readonly ChannelListItem[]; people: readonly Person[] },
): Suggestion[] {
  const named = channels
    .filter(({ kind }) => kind === 'PUBLIC' || kind === 'PRIVATE')
    .map((channel) => ({ channel, score: matchScore(token.typed, channel.name) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  return [
    ...named.slice(0, MOST - Math.min(2, people.length)).map(({ channel: { name, topic } }) => ({
      source: `${token.not}in:${quoted(`#${name}`)}`,
      label: `#${name}`,
      note: topic,
    })),
    ...people.map((person) => personSuggestion(token, person)),
  ];
}
