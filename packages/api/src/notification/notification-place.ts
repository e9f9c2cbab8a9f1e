import { prepared } from '@parley/db/query';
import type { ChannelKind } from '../access/channel-access.ts';
import { gather } from '../gather.ts';
import type { NotificationSchedule } from './notification.policy.ts';

/** Where a person stands who may be notified of something in a channel. */
export interface NotificationPlace {
  readonly userId: string;
  readonly channelId: string;
  readonly kind: ChannelKind;
  readonly level: 'ALL' | 'MENTIONS' | 'NONE';
  readonly mutedUntil: Date | null;
  readonly joinedAt: Date;
  readonly lastReadSeq: number;
  readonly dndUntil: Date | null;
  readonly schedule: NotificationSchedule | null;
  readonly keywords: readonly string[] | null;
  /** Of the threads that were asked about, those that they follow, and up to which number they read them. */
  readonly threads: Readonly<Record<string, number>>;
  /** Of the people who were asked about, those whom they blocked. */
  readonly blocked: readonly string[];
}

/** A question for somebody's place in a channel, on account of these messages. */
export interface PlaceQuestion {
  readonly userId: string;
  readonly channelId: string;
  readonly messages: ReadonlyArray<{
    readonly id: string;
    readonly parentId: string | null;
    readonly author: { readonly id: string };
  }>;
}

// Primary-key probes alone: a few for each place, one for each of the threads and authors.
const placesOf = prepared<NotificationPlace>({
  name: 'notification_places',
  text: `SELECT cm."userId", cm."channelId", c.kind, cm."notificationLevel" AS level, cm."mutedUntil", cm."lastReadSeq", cm."joinedAt",
      s."dndUntil", s.schedule, s.keywords,
      (SELECT coalesce(jsonb_object_agg(f."parentId", f."lastReadSeq"), '{}') FROM "ThreadFollow" f
        WHERE f."parentId" = ANY($3::uuid[]) AND f."userId" = cm."userId" AND f.following) AS threads,
      ARRAY(SELECT b."blockedId"::text FROM "Block" b
        WHERE b."blockerId" = cm."userId" AND b."blockedId" = ANY($4::uuid[])) AS blocked
    FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[]) AS p("userId", "channelId")) place
    JOIN "ChannelMember" cm ON cm."channelId" = place."channelId" AND cm."userId" = place."userId" AND cm."leftAt" IS NULL
    JOIN "Channel" c ON c.id = cm."channelId" AND c."deletedAt" IS NULL
    JOIN "Member" w ON w."workspaceId" = c."workspaceId" AND w."userId" = cm."userId"
    LEFT JOIN "NotificationSetting" s ON s."userId" = cm."userId"`,
});

function placeKey({ userId, channelId }: { readonly userId: string; readonly channelId: string }): string {
  return `${userId} ${channelId}`;
}

/** The places of all who ask, by the asker, in one query; absent for who is not in the channel. */
async function findPlaces(questions: readonly PlaceQuestion[]): Promise<ReadonlyMap<string, NotificationPlace>> {
  const messages = questions.flatMap((question) => question.messages);
  const parentIds = messages.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
  const rows = await placesOf([
    questions.map(({ userId }) => userId),
    questions.map(({ channelId }) => channelId),
    [...new Set(parentIds)],
    [...new Set(messages.map(({ author }) => author.id))],
  ]);
  return new Map(rows.map((row) => [placeKey(row), row]));
}

/** Somebody's place in a channel now; null for who is not in it. */
export async function findPlace(question: PlaceQuestion): Promise<NotificationPlace | null> {
  return (await findPlaces([question])).get(placeKey(question)) ?? null;
}

/** Two inboxes of a person may have heard of different messages, and then ask different questions. */
function keyOf(question: PlaceQuestion): string {
  return `${placeKey(question)} ${question.messages.map(({ id }) => id).join(' ')}`;
}

/** The same as `findPlace`; all that is asked within 20 ms by the inboxes of this process becomes one query. */
export const gatherPlace = gather<PlaceQuestion, NotificationPlace>({
  waitMs: 20,
  most: 5_000,
  keyOf,
  ask: async (questions) => {
    const places = await findPlaces(questions);
    return new Map(
      questions.flatMap((question) => {
        const place = places.get(placeKey(question));
        return place ? [[keyOf(question), place]] : [];
      }),
    );
  },
});
