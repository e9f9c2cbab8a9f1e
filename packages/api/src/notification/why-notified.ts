import { z } from 'zod';
import { findMessage } from '../access/message-access.ts';
import { notFound } from '../app-error.ts';
import { mentionsIn } from '../message/message-mentions.ts';
import type { VerbContext } from '../trpc/context.ts';
import { notifiable } from './notifiable.ts';
import { decideNotification, notifyingReasons, quietReasons } from './notification.policy.ts';
import { findPlace } from './notification-place.ts';

/** Whether somebody is notified of a message, and the one reason that decides it. */
export const whyNotifiedSchema = z.object({
  notify: z.boolean(),
  reason: z.enum([...notifyingReasons, ...quietReasons]),
});

/**
 * Why the caller was, or was not, notified of a message: by their settings as they stand now, at the moment it was sent.
 * That they have read it since, and whether they were there for an `@here` (it counts as if), does not enter.
 */
export async function whyNotified(ctx: VerbContext, id: string): Promise<z.infer<typeof whyNotifiedSchema>> {
  const userId = ctx.caller.user.id;
  const message = await findMessage(userId, id);
  if (!message) throw notFound();
  const place = await findPlace({ userId, channelId: message.channelId, messages: [message] });
  if (!place) throw notFound();
  const facts = { ...message, deleted: message.deletedAt !== null, mentions: mentionsIn(message.body) };
  const asked = notifiable(facts, place, 'ONLINE');
  const sentAt = new Date(message.createdAt);
  const member = { ...asked.member, cameLater: place.joinedAt > sentAt, hasRead: false };
  return decideNotification({ ...asked, member }, sentAt);
}
