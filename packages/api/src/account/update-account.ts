import { forgetUser } from '@parley/auth/caller-cache';
import { isUniqueViolation } from '@parley/db/errors';
import { prepared } from '@parley/db/query';
import { conflict } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { handleKey } from '../user/handle.ts';
import { tellPersonChanged } from '../user/tell-person.ts';
import { userView } from '../user/user.view.ts';
import type { UpdateAccountInput } from './account.input.ts';
import { type Me, meView } from './account.view.ts';

type Changed = Pick<VerbContext['caller']['user'], 'handle' | 'displayName' | 'title' | 'timezone' | 'locale'>;

const update = prepared<Changed>({
  name: 'account_update',
  text: `UPDATE "User" SET "displayName" = $2, handle = $3, "handleKey" = $4, title = $5, timezone = $6, locale = $7
    WHERE id = $1
    RETURNING "displayName", handle, title, timezone, locale`,
});

function orBefore<T>(given: T | undefined, before: T): T {
  return given === undefined ? before : given;
}

/** Changes the caller's own profile. A handle that is taken, or looks like one that is, is CONFLICT (HANDLE_TAKEN). */
export async function updateAccount(ctx: VerbContext, input: UpdateAccountInput): Promise<Me> {
  const { user } = ctx.caller;
  const displayName = input.displayName ?? user.displayName;
  const handle = input.handle ?? user.handle;
  const title = orBefore(input.title, user.title);
  const timezone = orBefore(input.timezone, user.timezone);
  const locale = orBefore(input.locale, user.locale);
  const [changed] = await update([user.id, displayName, handle, handleKey(handle), title, timezone, locale]).catch(
    (error: unknown) => {
      if (!isUniqueViolation(error, 'User_handleKey_key')) throw error;
      throw conflict('HANDLE_TAKEN', 'Somebody has this handle, or one that looks like it. Choose another.');
    },
  );
  forgetUser(user.id);
  const now = { ...user, ...changed };
  await tellPersonChanged(ctx.realtime, userView(now));
  return meView(now);
}
