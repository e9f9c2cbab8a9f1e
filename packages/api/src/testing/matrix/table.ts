import { accountRows, authRows } from './account-rows.ts';
import { channelRows } from './channel-rows.ts';
import { directRows } from './direct-rows.ts';
import { emojiRows } from './emoji-rows.ts';
import { laterRows } from './later-rows.ts';
import { messageRows } from './message-rows.ts';
import { peopleRows } from './people-rows.ts';
import type { Case, Rows } from './row.ts';
import { searchRows } from './search-rows.ts';
import { mentionRows, threadRows } from './thread-rows.ts';
import { workspaceRows } from './workspace-rows.ts';

/** What each procedure of the router answers whom. */
export const table: Rows = {
  ...authRows,
  ...accountRows,
  ...workspaceRows,
  ...channelRows,
  ...directRows,
  ...messageRows,
  ...threadRows,
  ...mentionRows,
  ...peopleRows,
  ...searchRows,
  ...laterRows,
  ...emojiRows,
};

/** Everything that may be called without a session. */
export const publicProcedures: readonly string[] = [
  'auth.status',
  'auth.setup',
  'auth.register',
  'auth.token',
  'auth.refresh',
  'auth.revoke',
  'workspace.previewInvite',
];

/** The cases of a procedure. Throws a sentence that says what to add for one that has none. */
export function casesOf(path: string): readonly Case[] {
  const cases = Object.hasOwn(table, path) ? table[path] : undefined;
  if (cases && cases.length > 0) return cases;
  throw new Error(
    `${path} has no row in the access matrix. Add one to packages/api/src/testing/matrix/*-rows.ts: how its input is ` +
      'made from the scene, and what the owner, the member, the outsider, the stranger and the guest are answered.',
  );
}
