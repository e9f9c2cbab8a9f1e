import type { User } from '@parley/realtime/shapes';
import { type DbTime, isoTimeOrNull } from '../view-time.ts';

/** The columns of a person that anyone who may see them may see. */
export interface UserRow {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly kind: 'PERSON' | 'BOT';
  readonly title: string | null;
  readonly timezone: string | null;
  readonly statusEmoji: string | null;
  readonly statusText: string | null;
  readonly statusExpiresAt: DbTime | null;
  readonly deactivatedAt: DbTime | null;
}

function statusOf(row: UserRow): User['status'] {
  if (row.statusEmoji === null && row.statusText === null) return null;
  const expiresAt = row.statusExpiresAt;
  if (expiresAt && new Date(expiresAt).getTime() <= Date.now()) return null;
  return { emoji: row.statusEmoji, text: row.statusText, expiresAt: isoTimeOrNull(expiresAt) };
}

/** A person as others see them. */
export function userView(row: UserRow): User {
  return {
    id: row.id,
    handle: row.handle,
    displayName: row.displayName,
    avatarUrl: row.avatarUrl,
    kind: row.kind,
    title: row.title,
    timezone: row.timezone,
    status: statusOf(row),
    deactivatedAt: isoTimeOrNull(row.deactivatedAt),
  };
}

const names = [
  'id',
  'handle',
  'displayName',
  'avatarUrl',
  'kind',
  'title',
  'timezone',
  'statusEmoji',
  'statusText',
  'statusExpiresAt',
  'deactivatedAt',
] as const satisfies readonly (keyof UserRow)[];

/** `userView`'s columns of the table aliased `alias`, for statements about people. */
export function userColumns(alias: string): string {
  return names.map((name) => `${alias}."${name}"`).join(', ');
}

/**
 * `userView`'s columns as one JSON object of the table aliased `alias`, for statements that join people in. As a row:
 * `json_build_object` looks up how to print each of its arguments anew for each object, which costs three times as much.
 */
export function userJson(alias: string): string {
  return `(SELECT row_to_json(person) FROM (SELECT ${userColumns(alias)}) person)`;
}
