import { prepared } from '@parley/db/query';
import { z } from 'zod';
import { findMessage } from '../access/message-access.ts';
import { notFound } from '../app-error.ts';
import { mentionsIn } from '../message/message-mentions.ts';
import type { VerbContext } from '../trpc/context.ts';
import {
  decideNotification,
  type NotificationSchedule,
  notifyingReasons,
  quietReasons,
} from './notification.policy.ts';

/** Whether somebody is notified of a message, and the one reason that decides it. */
export const whyNotifiedSchema = z.object({
  notify: z.boolean(),
  reason: z.enum([...notifyingReasons, ...quietReasons]),
});

interface PlaceRow {
  readonly kind: 'PUBLIC' | 'PRIVATE' | 'DIRECT' | 'GROUP';
  readonly level: 'ALL' | 'MENTIONS' | 'NONE';
  readonly mutedUntil: Date | null;
  readonly dndUntil: Date | null;
  readonly schedule: NotificationSchedule | null;
  readonly keywords: string[] | null;
  readonly followsThread: boolean;
  readonly blockedAuthor: boolean;
}

// Primary-key probes alone.
const placeOf = prepared<PlaceRow>({
  name: 'notification_place',
  text: `SELECT c.kind, cm."notificationLevel" AS level, cm."mutedUntil", s."dndUntil", s.schedule, s.keywords,
      coalesce(f.following, false) AS "followsThread",
      EXISTS (SELECT FROM "Block" b WHERE b."blockerId" = cm."userId" AND b."blockedId" = m."authorId") AS "blockedAuthor"
    FROM "Message" m
    JOIN "Channel" c ON c.id = m."channelId"
    JOIN "ChannelMember" cm ON cm."channelId" = c.id AND cm."userId" = $2 AND cm."leftAt" IS NULL
    LEFT JOIN "NotificationSetting" s ON s."userId" = cm."userId"
    LEFT JOIN "ThreadFollow" f ON f."parentId" = m."parentId" AND f."userId" = cm."userId"
    WHERE m.id = $1`,
});

/**
 * Why the caller was, or was not, notified of a message: by their settings as they stand now, at the moment it was sent.
 * That they have read it since, and whether they were there for an `@here` (it counts as if), does not enter.
 */
export async function whyNotified(ctx: VerbContext, id: string): Promise<z.infer<typeof whyNotifiedSchema>> {
  const userId = ctx.caller.user.id;
  const message = await findMessage(userId, id);
  if (!message) throw notFound();
  const [place] = await placeOf([id, userId]);
  if (!place) throw notFound();
  const { kind, level, mutedUntil, dndUntil, schedule, keywords, followsThread, blockedAuthor } = place;
  return decideNotification(
    {
      message: {
        authorId: message.author.id,
        kind: message.kind,
        deleted: message.deletedAt !== null,
        body: message.body,
        inThread: message.parentId !== null && !message.alsoToChannel,
        mentions: mentionsIn(message.body),
      },
      member: {
        userId,
        direct: kind === 'DIRECT' || kind === 'GROUP',
        level,
        mutedUntil,
        followsThread,
        blockedAuthor,
        hasRead: false,
      },
      settings: { dndUntil, schedule, keywords: keywords ?? [] },
      presence: 'ONLINE',
    },
    new Date(message.createdAt),
  );
}
