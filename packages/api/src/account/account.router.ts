import { z } from 'zod';
import { nothing } from '../input/fields.ts';
import { router } from '../trpc/init.ts';
import { authed } from '../trpc/procedures.ts';
import { changePasswordInput, sessionIdInput, updateAccountInput } from './account.input.ts';
import { meSchema, meView, sessionSchema } from './account.view.ts';
import { changePassword } from './change-password.ts';
import { setNotificationSettingsInput } from './notification-settings.input.ts';
import {
  getNotificationSettings,
  notificationSettingsSchema,
  setNotificationSettings,
} from './notification-settings.ts';
import { listOwnSessions, revokeOtherSessions, revokeOwnSession } from './own-sessions.ts';
import { getPrivacy, privacySchema, setPrivacy, setStatus } from './own-settings.ts';
import { setPrivacyInput, setStatusInput } from './settings.input.ts';
import { updateAccount } from './update-account.ts';

const read = { limit: 'read' } as const;
const change = { limit: 'change' } as const;
const endedOutput = z.object({ endedSessions: z.int() });

/** The signed-in person's own account. */
export const accountRouter = router({
  me: authed
    .meta(read)
    .input(nothing)
    .output(meSchema)
    .query(({ ctx }) => meView(ctx.caller.user)),
  update: authed
    .meta(change)
    .input(updateAccountInput)
    .output(meSchema)
    .mutation(({ ctx, input }) => updateAccount(ctx, input)),
  /** Sets or clears the status beside one's name. */
  setStatus: authed
    .meta(change)
    .input(setStatusInput)
    .output(meSchema)
    .mutation(({ ctx, input }) => setStatus(ctx, input)),
  /** What of oneself others may see. */
  privacy: authed
    .meta(read)
    .input(nothing)
    .output(privacySchema)
    .query(({ ctx }) => getPrivacy(ctx)),
  setPrivacy: authed
    .meta(change)
    .input(setPrivacyInput)
    .output(privacySchema)
    .mutation(({ ctx, input }) => setPrivacy(ctx, input)),
  /** What one wants to be told of, over all workspaces. */
  notifications: authed
    .meta(read)
    .input(nothing)
    .output(notificationSettingsSchema)
    .query(({ ctx }) => getNotificationSettings(ctx)),
  setNotifications: authed
    .meta(change)
    .input(setNotificationSettingsInput)
    .output(notificationSettingsSchema)
    .mutation(({ ctx, input }) => setNotificationSettings(ctx, input)),
  /** The devices that are signed in. */
  sessions: authed
    .meta(read)
    .input(nothing)
    .output(z.object({ items: z.array(sessionSchema) }))
    .query(async ({ ctx }) => ({ items: await listOwnSessions(ctx) })),
  revokeSession: authed
    .meta(change)
    .input(sessionIdInput)
    .output(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeOwnSession(ctx, input.id)),
  revokeOtherSessions: authed
    .meta(change)
    .input(nothing)
    .output(endedOutput)
    .mutation(({ ctx }) => revokeOtherSessions(ctx)),
  /** Needs the current password, and signs out everywhere else. */
  changePassword: authed
    .meta(change)
    .input(changePasswordInput)
    .output(endedOutput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
});
