import type { Company } from './company.ts';
import { drafts, saved } from './northwind/own-things.ts';
import { signInAs } from './northwind/people.ts';

interface Ids {
  readonly userIds: ReadonlyMap<string, string>;
  readonly channelIds: ReadonlyMap<string, string>;
}

const HOUR_MS = 3_600_000;

/** Adds what only they see who sign in: what they keep, have begun to write, and have looked at of what concerns them. */
export function addOwnThings(company: Company, { userIds, channelIds }: Ids, now: Date): void {
  for (const { handle, channel, from, remindInHours } of saved) {
    const authorId = userIds.get(from);
    const message = company.messages.findLast(
      (one) => one.channelId === channelIds.get(channel) && one.authorId === authorId && one.deletedAt === null,
    );
    if (!message) continue;
    company.saved.push({
      userId: userIds.get(handle) ?? '',
      messageId: message.id,
      savedAt: message.createdAt,
      remindAt: remindInHours === undefined ? null : new Date(now.getTime() + remindInHours * HOUR_MS).toISOString(),
    });
  }
  for (const { handle, channel, body } of drafts) {
    const channelId = channelIds.get(channel) ?? '';
    const updatedAt = now.toISOString();
    company.drafts.push({
      userId: userIds.get(handle) ?? '',
      placeId: channelId,
      channelId,
      body,
      version: 1,
      updatedAt,
    });
  }
  const newest = Math.max(...company.messages.map(({ createdAt }) => Date.parse(createdAt)));
  const lookedAt = new Date(newest - HOUR_MS).toISOString();
  const signIns = new Set(signInAs.map((handle) => userIds.get(handle)));
  for (const member of company.members) if (signIns.has(member.userId)) member.activityReadAt = lookedAt;
}
