import { forgetUser } from '@parley/auth/caller-cache';
import { prepared } from '@parley/db/query';
import { z } from 'zod';
import { invalidField } from '../app-error.ts';
import { tellUser } from '../channel/tell-channel.ts';
import { retellPresence } from '../presence/retell-presence.ts';
import type { VerbContext } from '../trpc/context.ts';
import { tellPersonChanged } from '../user/tell-person.ts';
import { userView } from '../user/user.view.ts';
import { type Me, meView } from './account.view.ts';
import type { SetPrivacyInput, SetStatusInput } from './settings.input.ts';

/** What of oneself others may see. */
export const privacySchema = z
  .object({ presenceSharing: z.enum(['EVERYONE', 'CONTACTS', 'NOBODY']), readReceipts: z.boolean() })
  .meta({ id: 'Privacy' });

export type Privacy = z.infer<typeof privacySchema>;

const readPrivacy = prepared<Privacy>({
  name: 'account_privacy',
  text: `SELECT "presenceSharing", "readReceipts" FROM "User" WHERE id = $1`,
});

const updatePrivacy = prepared<Privacy>({
  name: 'account_set_privacy',
  text: `UPDATE "User" SET "presenceSharing" = coalesce($2::"PresenceSharing", "presenceSharing"),
      "readReceipts" = coalesce($3, "readReceipts")
    WHERE id = $1 RETURNING "presenceSharing", "readReceipts"`,
});

const updateStatus = prepared<{ statusEmoji: string | null; statusText: string | null; statusExpiresAt: Date | null }>({
  name: 'account_set_status',
  text: `UPDATE "User" SET "statusEmoji" = $2, "statusText" = $3, "statusExpiresAt" = $4 WHERE id = $1
    RETURNING "statusEmoji", "statusText", "statusExpiresAt"`,
});

function only<T>([row]: readonly T[]): T {
  if (!row) throw new Error('The account is gone.');
  return row;
}

/** What of the caller others may see. */
export async function getPrivacy(ctx: VerbContext): Promise<Privacy> {
  return only(await readPrivacy([ctx.caller.user.id]));
}

/** Changes what of the caller others may see, at once for everybody who looks; what is left out stays. */
export async function setPrivacy(ctx: VerbContext, input: SetPrivacyInput): Promise<Privacy> {
  const userId = ctx.caller.user.id;
  const changed = only(await updatePrivacy([userId, input.presenceSharing ?? null, input.readReceipts ?? null]));
  tellUser(ctx.realtime, userId, { type: 'hidesChanged' });
  await retellPresence(ctx.realtime, [userId]);
  return changed;
}

/** Sets the caller's status as a whole, or clears it; everybody who sees them is told. It is over at `expiresAt`. */
export async function setStatus(ctx: VerbContext, input: SetStatusInput): Promise<Me> {
  const { user } = ctx.caller;
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt.getTime() <= Date.now()) throw invalidField('expiresAt', 'This moment is over.');
  const emoji = input.emoji || null;
  const text = input.text || null;
  const until = emoji === null && text === null ? null : expiresAt;
  const changed = { ...user, ...only(await updateStatus([user.id, emoji, text, until])) };
  forgetUser(user.id);
  await tellPersonChanged(ctx.realtime, userView(changed));
  return meView(changed);
}
