import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { WorkspaceMembership } from '../access/workspace-access.ts';
import { forbidden, invalidField, notFound } from '../app-error.ts';
import { addToChannel, type MembershipChange } from '../channel/change-membership.ts';
import { getChannel } from '../channel/get-channel.ts';
import { tellMembers, tellUser } from '../channel/tell-channel.ts';
import type { ViewerChannel } from '../channel/viewer-channel.view.ts';
import type { VerbContext } from '../trpc/context.ts';
import { maxPeople, type OpenDirectInput } from './direct.input.ts';

type Client = Parameters<Parameters<typeof transaction>[0]>[0];

/** The people of a conversation, the caller among them, and what makes it the only one of theirs. */
interface Conversation {
  readonly workspaceId: string;
  readonly viewerId: string;
  readonly userIds: readonly string[];
  readonly directKey: string;
}

// One probe of the unique index ("workspaceId", "directKey"), and its people by key.
const findByKey = prepared<{ id: string; present: string[] }>({
  name: 'direct_find',
  text: `SELECT c.id, ARRAY(SELECT cm."userId" FROM "ChannelMember" cm WHERE cm."channelId" = c.id AND cm."leftAt" IS NULL) AS present
    FROM "Channel" c WHERE c."workspaceId" = $1 AND c."directKey" = $2 AND c."deletedAt" IS NULL`,
});

// Whom the viewer may write to: people of the workspace; for a guest, those of the guest's own channels there.
const reachable = prepared<{ userId: string }>({
  name: 'direct_reachable',
  text: `SELECT w."userId" FROM "Member" w WHERE w."workspaceId" = $1 AND w."userId" = ANY($2::uuid[])
      AND (w."userId" = $3 OR NOT $4::boolean OR EXISTS (
        SELECT FROM "ChannelMember" mine
        JOIN "ChannelMember" theirs
          ON theirs."channelId" = mine."channelId" AND theirs."userId" = w."userId" AND theirs."leftAt" IS NULL
        JOIN "Channel" c ON c.id = mine."channelId" AND c."workspaceId" = $1 AND c."deletedAt" IS NULL
        WHERE mine."userId" = $3 AND mine."leftAt" IS NULL
      ))`,
});

const blockedByViewer = prepared<{ blockedId: string }>({
  name: 'direct_blocked',
  text: `SELECT "blockedId" FROM "Block" WHERE "blockerId" = $1 AND "blockedId" = ANY($2::uuid[])`,
});

// Whoever opens the same conversation at the same moment waits here for the first one's commit, and then finds it.
const insert = prepared({
  name: 'direct_insert',
  text: `INSERT INTO "Channel" (id, "workspaceId", kind, name, "directKey", "createdById", seq, "changeSeq")
    VALUES ($1, $2, $3::"ChannelKind", '', $4, $5, 1, 1) ON CONFLICT ("workspaceId", "directKey") DO NOTHING`,
});

const hideFromOthers = prepared({
  name: 'direct_hide_from_others',
  text: `UPDATE "ChannelMember" cm SET "hiddenSeq" = c.seq FROM "Channel" c
    WHERE cm."channelId" = $1 AND cm."userId" = ANY($2::uuid[]) AND c.id = cm."channelId"`,
});

const show = prepared({
  name: 'direct_show',
  text: `UPDATE "ChannelMember" SET "hiddenSeq" = NULL WHERE "channelId" = $1 AND "userId" = $2 AND "hiddenSeq" IS NOT NULL`,
});

/**
 * Finds or makes the conversation of exactly these people and the caller, and puts it into the caller's list; the others
 * hear of it with its first message. Somebody who is not in the workspace, or whom a guest may not know of, is NOT_FOUND;
 * beginning one with a person whom the caller blocked is FORBIDDEN (BLOCKED_BY_YOU).
 */
export async function openDirect(
  ctx: VerbContext & { membership: WorkspaceMembership },
  input: OpenDirectInput,
): Promise<ViewerChannel> {
  const { workspaceId } = input;
  const viewerId = ctx.caller.user.id;
  const userIds = [...new Set([viewerId, ...input.userIds])].sort();
  if (userIds.length > maxPeople) throw invalidField('userIds', `At most ${maxPeople} people, you among them.`);
  const asked = { workspaceId, viewerId, userIds, directKey: userIds.join(' ') };
  const known = await findKnown(asked);
  const missing = known ? userIds.filter((userId) => !known.present.includes(userId)) : userIds;
  const mayBring = missing.length === 0 || (await allReachable(ctx.membership, asked));
  if (!known && !mayBring) throw notFound();
  if (!known) await refuseBlocked(asked);
  const channelId = known && (missing.length === 0 || !mayBring) ? known.id : await bringTogether(ctx, asked);
  await show([channelId, viewerId]);
  tellUser(ctx.realtime, viewerId, { type: 'channelAdded', workspaceId, channelId });
  return getChannel(ctx, channelId);
}

/** The conversation, when it is there and the viewer is in it. */
async function findKnown(asked: Conversation): Promise<{ id: string; present: string[] } | null> {
  const [found] = await findByKey([asked.workspaceId, asked.directKey]);
  return found?.present.includes(asked.viewerId) ? found : null;
}

async function allReachable({ role }: WorkspaceMembership, asked: Conversation): Promise<boolean> {
  const { workspaceId, userIds, viewerId } = asked;
  const rows = await reachable([workspaceId, userIds, viewerId, role === 'GUEST']);
  return rows.length === userIds.length;
}

async function refuseBlocked({ viewerId, userIds }: Conversation): Promise<void> {
  if (userIds.length !== 2) return;
  const blocked = await blockedByViewer([viewerId, userIds]);
  if (blocked.length > 0) throw forbidden('BLOCKED_BY_YOU', 'You blocked this person. Unblock them to write to them.');
}

/** Makes the conversation unless somebody just did, and brings everybody into it. Answers its id. */
async function bringTogether(ctx: VerbContext, asked: Conversation): Promise<string> {
  const { workspaceId, viewerId } = asked;
  const { id, change } = await transaction((client) => makeOrFind(client, asked));
  for (const { userId } of tellMembers(ctx.realtime, change)) {
    if (userId !== viewerId) tellUser(ctx.realtime, userId, { type: 'directMade', workspaceId, channelId: id });
  }
  return id;
}

async function makeOrFind(client: Client, asked: Conversation): Promise<{ id: string; change: MembershipChange }> {
  const { workspaceId, viewerId, userIds, directKey } = asked;
  const kind = userIds.length > 2 ? 'GROUP' : 'DIRECT';
  await insert([newId(), workspaceId, kind, directKey, viewerId], client);
  const [found] = await findByKey([workspaceId, directKey], client);
  const change = found && (await addToChannel(client, { channelId: found.id, userIds }));
  if (!found || !change) throw notFound();
  const present = new Set([...found.present, ...change.members.map((member) => member.userId)]);
  // Somebody left the workspace at this moment.
  if (!userIds.every((userId) => present.has(userId))) throw notFound();
  const others = change.members.map((member) => member.userId).filter((userId) => userId !== viewerId);
  await hideFromOthers([found.id, others], client);
  return { id: found.id, change };
}
