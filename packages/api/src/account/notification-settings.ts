import { prepared } from '@parley/db/query';
import { z } from 'zod';
import type { VerbContext } from '../trpc/context.ts';
import { type DbTime, isoTimeOrNull } from '../view-time.ts';
import type { SetNotificationSettingsInput } from './notification-settings.input.ts';

const daySchema = z.object({ day: z.int(), from: z.string(), to: z.string() });

/** What a person wants to be told of. `schedule` holds the hours in which notifications come; null for always. */
export const notificationSettingsSchema = z
  .object({
    dndUntil: z.iso.datetime().nullable(),
    schedule: z.object({ timezone: z.string(), days: z.array(daySchema) }).nullable(),
    keywords: z.array(z.string()),
  })
  .meta({ id: 'NotificationSettings' });

export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;

interface SettingsRow {
  readonly dndUntil: DbTime | null;
  readonly schedule: NotificationSettings['schedule'];
  readonly keywords: string[];
}

const read = prepared<SettingsRow>({
  name: 'notification_settings',
  text: `SELECT "dndUntil", schedule, keywords FROM "NotificationSetting" WHERE "userId" = $1`,
});

const write = prepared<SettingsRow>({
  name: 'notification_settings_set',
  text: `INSERT INTO "NotificationSetting" AS s ("userId", "dndUntil", schedule, keywords)
    VALUES ($1, $3, $5::jsonb, coalesce($6::text[], '{}'))
    ON CONFLICT ("userId") DO UPDATE SET "updatedAt" = now(),
      "dndUntil" = CASE WHEN $2::boolean THEN excluded."dndUntil" ELSE s."dndUntil" END,
      schedule = CASE WHEN $4::boolean THEN excluded.schedule ELSE s.schedule END,
      keywords = coalesce($6::text[], s.keywords)
    RETURNING "dndUntil", schedule, keywords`,
});

function settingsView(row: SettingsRow | undefined): NotificationSettings {
  if (!row) return { dndUntil: null, schedule: null, keywords: [] };
  return { dndUntil: isoTimeOrNull(row.dndUntil), schedule: row.schedule, keywords: row.keywords };
}

/** What the caller wants to be told of. */
export async function getNotificationSettings(ctx: VerbContext): Promise<NotificationSettings> {
  const [row] = await read([ctx.caller.user.id]);
  return settingsView(row);
}

/** Changes what the caller wants to be told of: what is left out stays, null takes it away. */
export async function setNotificationSettings(
  ctx: VerbContext,
  { dndUntil, schedule, keywords }: SetNotificationSettingsInput,
): Promise<NotificationSettings> {
  const [row] = await write([
    ctx.caller.user.id,
    dndUntil !== undefined,
    dndUntil ? new Date(dndUntil) : null,
    schedule !== undefined,
    schedule ? JSON.stringify(schedule) : null,
    keywords ?? null,
  ]);
  return settingsView(row);
}
