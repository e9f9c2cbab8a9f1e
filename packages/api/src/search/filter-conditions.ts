import { foldName } from '../input/text.ts';
import { handleKey } from '../user/handle.ts';
import { dayBounds } from './day-bounds.ts';
import type { SearchFilter } from './search-query.input.ts';
import type { SqlValues } from './sql-values.ts';

/** Who searches, and when their day begins. */
export interface Searcher {
  readonly userId: string;
  readonly timeZone: string;
}

type Has = Extract<SearchFilter, { kind: 'has' }>['value'];
type Is = Extract<SearchFilter, { kind: 'is' }>['value'];

// Messages hold no files yet.
const has: Record<Has, string> = {
  link: `message_fold(m.body) ~ 'https?://[^[:space:]]'`,
  file: 'false',
  image: 'false',
  pin: 'm."pinnedAt" IS NOT NULL',
  reaction: 'EXISTS (SELECT FROM "Reaction" r WHERE r."messageId" = m.id)',
};

function isCondition(value: Is, searcher: Searcher, values: SqlValues): string {
  switch (value) {
    case 'unread':
      return `(m.seq > cm."lastReadSeq" AND m."authorId" <> ${values.add(searcher.userId)})`;
    case 'thread':
      return '(m."parentId" IS NOT NULL OR m."replyCount" > 0)';
    case 'saved':
      return `EXISTS (SELECT FROM "SavedMessage" s WHERE s."messageId" = m.id AND s."userId" = ${values.add(searcher.userId)}
        AND s."doneAt" IS NULL)`;
  }
}

function personIs(handle: string, searcher: Searcher, values: SqlValues): string {
  if (handle.toLowerCase() === 'me') return `= ${values.add(searcher.userId)}::uuid`;
  return `= (SELECT p.id FROM "User" p WHERE p."handleKey" = ${values.add(handleKey(handle))})`;
}

/** The condition that a filter sets on a message `m` in channel `c`, where the searcher's place is `cm`. */
function conditionOf(filter: SearchFilter, searcher: Searcher, values: SqlValues): string {
  switch (filter.kind) {
    case 'from':
      return `m."authorId" ${personIs(filter.handle, searcher, values)}`;
    case 'inChannel':
      return `c."nameKey" = ${values.add(foldName(filter.name))}`;
    case 'inDirect':
      return `(c.kind IN ('DIRECT', 'GROUP') AND EXISTS (SELECT FROM "ChannelMember" other
        WHERE other."channelId" = c.id AND other."leftAt" IS NULL AND other."userId" ${personIs(filter.handle, searcher, values)}))`;
    case 'has':
      return has[filter.value];
    case 'is':
      return isCondition(filter.value, searcher, values);
    case 'before':
      return `m."createdAt" < ${values.add(dayBounds(filter.date, searcher.timeZone).from)}`;
    case 'after':
      return `m."createdAt" >= ${values.add(dayBounds(filter.date, searcher.timeZone).to)}`;
    case 'on': {
      const { from, to } = dayBounds(filter.date, searcher.timeZone);
      return `(m."createdAt" >= ${values.add(from)} AND m."createdAt" < ${values.add(to)})`;
    }
  }
}

/** Several people, several places and several days are alternatives; everything else must hold together. */
function alternativeOf({ kind, not }: SearchFilter): string | null {
  if (not) return null;
  if (kind === 'from' || kind === 'on') return kind;
  return kind === 'inChannel' || kind === 'inDirect' ? 'in' : null;
}

/** What the filters demand, as conditions that must all hold. */
export function filterConditions(filters: readonly SearchFilter[], searcher: Searcher, values: SqlValues): string[] {
  const alternatives = new Map<string, string[]>();
  const demands: string[] = [];
  for (const filter of filters) {
    const condition = conditionOf(filter, searcher, values);
    const name = alternativeOf(filter);
    if (name === null) demands.push(filter.not ? `(${condition}) IS NOT TRUE` : condition);
    else alternatives.set(name, [...(alternatives.get(name) ?? []), condition]);
  }
  return [...demands, ...[...alternatives.values()].map((conditions) => `(${conditions.join(' OR ')})`)];
}
