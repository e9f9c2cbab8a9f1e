import type { VerbContext } from '@parley/api/trpc/context';

/** Somebody as verbs know who calls them. */
export function callerOf(id: string): VerbContext['caller'] {
  const now = new Date();
  const none = { avatarUrl: null, title: null, timezone: null, locale: null, deactivatedAt: null };
  const status = { statusEmoji: null, statusText: null, statusExpiresAt: null };
  const user = {
    id,
    kind: 'PERSON',
    handle: id,
    displayName: 'Ada Lovelace',
    email: null,
    createdAt: now,
    ...none,
    ...status,
  } as const;
  return { user, session: { id, kind: 'PROGRAM', userId: id, createdAt: now, expires: now } };
}
