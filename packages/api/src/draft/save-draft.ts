import { prepared } from '@parley/db/query';
import type { UserSignal } from '@parley/realtime/signals';
import { userTopic } from '@parley/realtime/topics';
import type { MemberChannel } from '../access/channel-access.ts';
import { findMessage } from '../access/message-access.ts';
import { AppError, conflict, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import type { DiscardDraftInput, SaveDraftInput } from './draft.input.ts';
import { type Draft, type DraftRow, draftColumns, draftView } from './draft.view.ts';
import { mostDrafts } from './list-drafts.ts';

type ChannelContext = VerbContext & { readonly channel: MemberChannel };

// By primary key ("userId", "placeId"). A draft that is there changes only from the version that was seen.
const store = prepared<DraftRow>({
  name: 'draft_save',
  text: `INSERT INTO "Draft" AS d ("userId", "placeId", "channelId", "parentId", body, "fileIds", version)
    SELECT $1, $2, $3, $4, $5, $6, $7::int + 1
    ON CONFLICT ("userId", "placeId") DO UPDATE
      SET body = excluded.body, "fileIds" = excluded."fileIds", version = excluded.version, "updatedAt" = now()
      WHERE d.version = $7
    RETURNING ${draftColumns}`,
});

const current = prepared<DraftRow>({
  name: 'draft_current',
  text: `SELECT ${draftColumns} FROM "Draft" d WHERE d."userId" = $1 AND d."placeId" = $2`,
});

// Empty ones have told their version to every device that was seen in a month.
const forget = prepared<{ kept: number }>({
  name: 'draft_forget',
  text: `WITH gone AS (
      DELETE FROM "Draft" WHERE "userId" = $1 AND body = '' AND "fileIds" = '{}' AND "updatedAt" < now() - interval '30 days'
    )
    SELECT count(*)::int AS kept FROM "Draft" WHERE "userId" = $1 AND (body <> '' OR "fileIds" <> '{}')`,
});

/**
 * Saves a draft that goes on from the version its device knows. When another device saved meanwhile it is CONFLICT, with
 * that draft as `current`; the same draft again is no conflict.
 */
export async function saveDraft(ctx: ChannelContext, input: SaveDraftInput): Promise<Draft> {
  const userId = ctx.caller.user.id;
  const parentId = await parentOf(ctx, input.parentId);
  const placeId = parentId ?? ctx.channel.id;
  if (input.version === 0) await makeRoom(userId);
  const [saved] = await store([userId, placeId, ctx.channel.id, parentId, input.body, input.fileIds, input.version]);
  if (saved) {
    tell(ctx, saved);
    return draftView(saved);
  }
  const [there] = await current([userId, placeId]);
  if (!there) throw conflict('DRAFT_CHANGED', 'This draft was changed just now. Please try again.');
  const repeated = there.version === input.version + 1 && there.body === input.body;
  if (repeated) return draftView(there);
  throw conflict('DRAFT_CHANGED', 'This draft was changed on another device.', draftView(there));
}

/** Throws a draft away, or only the version that is given. An empty draft stays in its place and has a version too. */
export async function discardDraft(ctx: ChannelContext, input: DiscardDraftInput): Promise<{ version: number }> {
  const parentId = await parentOf(ctx, input.parentId);
  const [there] = await current([ctx.caller.user.id, parentId ?? ctx.channel.id]);
  if (!there) return { version: 0 };
  if (there.body === '' && there.fileIds.length === 0) return { version: there.version };
  const version = input.version ?? there.version;
  const empty = { channelId: ctx.channel.id, ...(parentId ? { parentId } : {}), body: '', fileIds: [], version };
  return { version: (await saveDraft(ctx, empty)).version };
}

async function parentOf(ctx: ChannelContext, parentId: string | undefined): Promise<string | null> {
  if (parentId === undefined) return null;
  const parent = await findMessage(ctx.caller.user.id, parentId);
  if (parent?.channelId !== ctx.channel.id) throw notFound();
  return parentId;
}

async function makeRoom(userId: string): Promise<void> {
  const [{ kept } = { kept: 0 }] = await forget([userId]);
  if (kept < mostDrafts) return;
  const message = `There are ${mostDrafts} drafts already. Send or discard some first.`;
  throw new AppError({ code: 'PRECONDITION_FAILED', reason: 'TOO_MANY_DRAFTS', message });
}

function tell(ctx: ChannelContext, { channelId, parentId, version }: DraftRow): void {
  const { workspaceId } = ctx.channel;
  const signal: UserSignal = { type: 'draftChanged', workspaceId, channelId, parentId, version };
  ctx.realtime.hub.publish(userTopic(ctx.caller.user.id), JSON.stringify(signal));
}
