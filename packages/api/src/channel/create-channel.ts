import { isUniqueViolation } from '@parley/db/errors';
import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { ChannelKind } from '../access/channel-access.ts';
import { findMembership } from '../access/workspace-access.ts';
import { forbidden, notFound } from '../app-error.ts';
import { foldName } from '../input/text.ts';
import type { VerbContext } from '../trpc/context.ts';
import { addToChannel, type MembershipChange } from './change-membership.ts';
import type { CreateChannelInput } from './channel.input.ts';
import { nameTaken } from './channel-names.ts';
import { getChannel } from './get-channel.ts';
import { tellMembership } from './tell-channel.ts';
import type { ViewerChannel } from './viewer-channel.view.ts';

type Client = Parameters<Parameters<typeof transaction>[0]>[0];

interface ChannelToInsert {
  readonly workspaceId: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic?: string | undefined;
  readonly description?: string | undefined;
  readonly isDefault?: boolean;
}

const insert = prepared({
  name: 'channel_insert',
  text: `INSERT INTO "Channel" (id, "workspaceId", kind, name, "nameKey", topic, description, "isDefault", "createdById", seq, "changeSeq")
    VALUES ($1, $2, $3::"ChannelKind", $4, $5, $6, $7, $8, $9, 1, 1)`,
});

const outsiders = prepared<{ id: string }>({
  name: 'channel_outsiders',
  text: `SELECT p.id FROM unnest($2::uuid[]) AS p(id)
    WHERE NOT EXISTS (SELECT FROM "Member" w WHERE w."workspaceId" = $1 AND w."userId" = p.id)`,
});

/** Inserts a channel with its owner as number 1 and 2, in a transaction. Throws a unique violation for a taken name. */
export async function insertChannel(
  client: Client,
  ownerId: string,
  channel: ChannelToInsert,
): Promise<{ id: string; change: MembershipChange }> {
  const id = newId();
  const { workspaceId, kind, name, topic = '', description = '', isDefault = false } = channel;
  await insert([id, workspaceId, kind, name, foldName(name), topic, description, isDefault, ownerId], client);
  const change = await addToChannel(client, { channelId: id, userIds: [ownerId] }, 'OWNER');
  if (!change || change.members.length === 0) throw notFound();
  return { id, change };
}

/** NOT_FOUND when one of these people is not in the workspace, whether or not they are somebody elsewhere. */
export async function checkInWorkspace(workspaceId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const missing = await outsiders([workspaceId, userIds]);
  if (missing.length > 0) throw notFound();
}

/** Makes a channel; its maker owns it. A name that is taken is CONFLICT; guests may not (FORBIDDEN). */
export async function createChannel(ctx: VerbContext, input: CreateChannelInput): Promise<ViewerChannel> {
  const { user } = ctx.caller;
  const { workspaceId, memberIds = [] } = input;
  const membership = await findMembership(user.id, workspaceId);
  if (!membership) throw notFound();
  if (membership.role === 'GUEST') throw forbidden('GUEST', 'Guests cannot make channels.');
  await checkInWorkspace(workspaceId, memberIds);
  const made = await transaction(async (client) => {
    const inserted = await insertChannel(client, user.id, input);
    const others = memberIds.filter((userId) => userId !== user.id);
    const added = await addToChannel(client, { channelId: inserted.id, userIds: others });
    return { ...inserted, added };
  }).catch((error: unknown) => {
    throw isUniqueViolation(error, 'Channel_workspaceId_nameKey_key') ? nameTaken(input.name) : error;
  });
  tellMembership(ctx.realtime, workspaceId, made.change);
  if (made.added) tellMembership(ctx.realtime, workspaceId, made.added);
  return getChannel(ctx, made.id);
}
