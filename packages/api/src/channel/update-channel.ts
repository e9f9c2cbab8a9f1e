import { isUniqueViolation } from '@parley/db/errors';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import type { SystemNote } from '@parley/realtime/shapes';
import type { MemberChannel } from '../access/channel-access.ts';
import { forbidden } from '../app-error.ts';
import { refuseInDirect } from '../direct/refuse-in-direct.ts';
import { foldName } from '../input/text.ts';
import { readMessages, takeNumbers, tellMessages } from '../message/change-message.ts';
import { insertNotes } from '../message/insert-notes.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { UpdateChannelInput } from './channel.input.ts';
import { type ChannelRow, channelColumns } from './channel.view.ts';
import { nameTaken } from './channel-names.ts';
import { getChannel } from './get-channel.ts';
import { tellChannel } from './tell-channel.ts';
import type { ViewerChannel } from './viewer-channel.view.ts';

const change = prepared<ChannelRow>({
  name: 'channel_update',
  text: `UPDATE "Channel" c SET name = coalesce($2, name), "nameKey" = coalesce($3, "nameKey"), topic = coalesce($4, topic),
      description = coalesce($5, description), seq = c.seq + 1, "changeSeq" = c.seq + 1
    WHERE c.id = $1 AND c."deletedAt" IS NULL AND c."archivedAt" IS NULL RETURNING ${channelColumns}`,
});

const lockChannel = prepared<{ name: string; topic: string; description: string }>({
  name: 'channel_lock',
  text: `SELECT name, topic, description FROM "Channel" WHERE id = $1 AND "deletedAt" IS NULL FOR NO KEY UPDATE`,
});

const archive = prepared<ChannelRow>({
  name: 'channel_archive',
  text: `UPDATE "Channel" c SET "archivedAt" = CASE WHEN $2 THEN now() END, seq = c.seq + 1, "changeSeq" = c.seq + 1
    WHERE c.id = $1 AND c."deletedAt" IS NULL AND (c."archivedAt" IS NULL) = $2 RETURNING ${channelColumns}`,
});

/**
 * Changes a channel's name, topic or description. What it is about any member may say, but a guest; its name is its owners'
 * to change. A conversation between people has neither, and an archived channel stays as it is.
 */
export async function updateChannel(
  ctx: VerbContext & { channel: MemberChannel },
  input: UpdateChannelInput,
): Promise<ViewerChannel> {
  const { name, topic, description } = input;
  checkMayUpdate(ctx.channel, input);
  const values = [
    input.channelId,
    name ?? null,
    name === undefined ? null : foldName(name),
    topic ?? null,
    description ?? null,
  ];
  await changeChannel(ctx, async (client) => {
    const [before] = await lockChannel([input.channelId], client);
    const [row] = await change(values, client);
    return before && row ? { row, said: differences(before, row) } : null;
  }).catch((error: unknown) => {
    throw isUniqueViolation(error, 'Channel_workspaceId_nameKey_key') ? nameTaken(name ?? '') : error;
  });
  return getChannel(ctx, input.channelId);
}

type Client = Parameters<Parameters<typeof transaction>[0]>[0];
type Named = Pick<ChannelRow, 'name' | 'topic' | 'description'>;

function differences(before: Named, after: Named): SystemNote[] {
  const said: SystemNote[] = [];
  if (before.name !== after.name) said.push({ type: 'renamed', from: before.name, to: after.name });
  if (before.topic !== after.topic) said.push({ type: 'topic', topic: after.topic });
  if (before.description !== after.description) said.push({ type: 'description', description: after.description });
  return said;
}

/** Changes a channel's row, writes on its timeline what that was, and tells both in order. Null: there is nothing to change. */
async function changeChannel(
  ctx: VerbContext & { channel: MemberChannel },
  work: (client: Client) => Promise<{ row: ChannelRow; said: SystemNote[] } | null>,
): Promise<void> {
  const done = await transaction(async (client) => {
    const changed = await work(client);
    if (!changed) return null;
    const { row, said } = changed;
    if (said.length === 0) return { row, notes: [] };
    const last = await takeNumbers(client, row.id, { count: said.length, evenArchived: true });
    const place = { channelId: row.id, authorId: ctx.caller.user.id, firstSeq: last - said.length + 1 };
    return { row, notes: await readMessages(client, await insertNotes(client, place, said)) };
  });
  if (!done) return;
  tellChannel(ctx.realtime, done.row);
  tellMessages(ctx, done.notes);
}

function checkMayUpdate(channel: MemberChannel, input: UpdateChannelInput): void {
  refuseInDirect(channel);
  if (channel.archivedAt) throw forbidden('ARCHIVED', 'This channel is archived. Unarchive it to change it.');
  if (channel.kind === 'DIRECT' || channel.kind === 'GROUP')
    throw forbidden('CONVERSATION', 'A conversation between people has no name and no topic.');
  if (channel.workspaceRole === 'GUEST') throw forbidden('GUEST', 'Guests cannot change channels.');
  const owns = channel.role === 'OWNER' || channel.workspaceRole === 'OWNER' || channel.workspaceRole === 'ADMIN';
  if (input.name !== undefined && !owns)
    throw forbidden('CHANNEL_OWNER_ONLY', 'Only owners of the channel may rename it.');
}

/** Archives a channel (nobody writes in it any more, everybody reads) or brings it back. Again is the same answer. */
export async function setArchived(
  ctx: VerbContext & { channel: MemberChannel },
  archived: boolean,
): Promise<ViewerChannel> {
  if (ctx.channel.isDefault && archived)
    throw forbidden('DEFAULT_CHANNEL', 'Everyone is in this channel: it cannot be archived.');
  await changeChannel(ctx, async (client) => {
    const [row] = await archive([ctx.channel.id, archived], client);
    return row ? { row, said: [{ type: archived ? 'archived' : 'unarchived' }] } : null;
  });
  return getChannel(ctx, ctx.channel.id);
}
