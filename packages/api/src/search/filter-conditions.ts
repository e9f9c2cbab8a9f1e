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
  link: `(position('://' IN m.body) > 0 AND message_fold(m.body) ~ 'https?://[^[:space:]]')`,
  file: 'false',
  image: 'false',
  pin: 'm."pinnedAt" IS NOT NULL',
  reaction: 'EXISTS (SELECT FROM "Reaction" r WHERE r."messageId" = m.id)',
};

function isCondition(value: Is, searcher: Searcher, values: SqlValues): string {
  switch (value) {
    case 'unread':
      return `(m.seq > place."lastReadSeq" AND m."authorId" <> ${values.add(searcher.userId)})`;
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

/** The condition that a filter sets on a message `m`, its channel `c` or the searcher's `place` in it. */
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

/** What the filters demand; all of it must hold. */
export interface FilterConditions {
  /** Of the channel `c`. */
  readonly channel: readonly string[];
  /** Of the searcher's `place` in the channel and the message `m`. */
  readonly place: readonly string[];
  /** Of columns of the message `m`. */
  readonly message: readonly string[];
  /** Of what belongs to the message `m` and must be looked at for each. */
  readonly row: readonly string[];
}

const isSubject = { unread: 'place', thread: 'message', saved: 'row' } as const satisfies Record<Is, string>;

function subjectOf(filter: SearchFilter): keyof FilterConditions {
  switch (filter.kind) {
    case 'inChannel':
    case 'inDirect':
      return 'channel';
    case 'is':
      return isSubject[filter.value];
    case 'has':
      return filter.value === 'pin' ? 'message' : 'row';
    default:
      return 'message';
  }
}

/** The conditions that filters set, by what they speak of. */
export function filterConditions(
  filters: readonly SearchFilter[],
  searcher: Searcher,
  values: SqlValues,
): FilterConditions {
  const conditions = { channel: [] as string[], place: [] as string[], message: [] as string[], row: [] as string[] };
  const alternatives = new Map<string, { subject: keyof FilterConditions; any: string[] }>();
  for (const filter of filters) {
    const condition = conditionOf(filter, searcher, values);
    const subject = subjectOf(filter);
    const name = alternativeOf(filter);
    if (name === null) {
      conditions[subject].push(filter.not ? `(${condition}) IS NOT TRUE` : condition);
      continue;
    }
    const group = alternatives.get(name) ?? { subject, any: [] };
    group.any.push(condition);
    alternatives.set(name, group);
  }
  for (const { subject, any } of alternatives.values()) conditions[subject].push(`(${any.join(' OR ')})`);
  return conditions;
}
