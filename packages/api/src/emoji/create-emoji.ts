import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import type { WorkspaceMembership } from '../access/workspace-access.ts';
import { AppError, conflict, forbidden, invalidField } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type CreateEmojiInput, maxPictureBytes, maxPicturePixels } from './emoji.input.ts';
import { mayCreateEmoji } from './emoji.policy.ts';
import { type Emoji, type EmojiRow, emojiView } from './emoji.view.ts';
import { type Picture, readPicture } from './picture.ts';
import { tellEmojiChanged } from './tell-emoji-changed.ts';

/** So many emoji of its own a workspace may have, other names among them. */
export const maxEmojiOfWorkspace = 1_000;

const room = `(SELECT count(*) FROM "Emoji" n WHERE n."workspaceId" = $2) < ${maxEmojiOfWorkspace}`;
const made = `RETURNING id, name, "aliasOf", "createdById", "createdAt"`;

// The unique index ("workspaceId", name) decides who is first; the picture stands with its emoji or not at all.
const withPicture = prepared<EmojiRow>({
  name: 'emoji_create',
  text: `WITH made AS (
      INSERT INTO "Emoji" (id, "workspaceId", name, "createdById") SELECT $1, $2, $3, $4 WHERE ${room}
      ON CONFLICT ("workspaceId", name) DO NOTHING ${made}
    ), picture AS (
      INSERT INTO "EmojiImage" ("emojiId", mime, bytes) SELECT id, $5, $6 FROM made
    )
    SELECT made.*, made.id AS "pictureId" FROM made`,
});

// Another name of another name is one of the emoji itself.
const asAlias = prepared<EmojiRow>({
  name: 'emoji_create_alias',
  text: `WITH picture AS (
      SELECT o.id, o.name FROM "Emoji" e
      JOIN "Emoji" o ON o."workspaceId" = e."workspaceId" AND o.name = coalesce(e."aliasOf", e.name)
      WHERE e."workspaceId" = $2 AND e.name = $5 FOR KEY SHARE OF o
    ), made AS (
      INSERT INTO "Emoji" (id, "workspaceId", name, "createdById", "aliasOf") SELECT $1, $2, $3, $4, picture.name
      FROM picture WHERE ${room}
      ON CONFLICT ("workspaceId", name) DO NOTHING ${made}
    )
    SELECT made.*, picture.id AS "pictureId" FROM made, picture`,
});

const byName = prepared<{ id: string }>({
  name: 'emoji_named',
  text: `SELECT id FROM "Emoji" WHERE "workspaceId" = $1 AND name = $2`,
});

/**
 * Adds an emoji to a workspace. FORBIDDEN for guests; CONFLICT when the name is taken; BAD_REQUEST for what is no PNG, GIF,
 * WebP or JPEG of at most 128 × 128 pixels, and for another name of an emoji that is not there.
 */
export async function createEmoji(
  ctx: VerbContext & { readonly membership: WorkspaceMembership },
  input: CreateEmojiInput,
): Promise<Emoji> {
  const { workspaceId, role } = ctx.membership;
  if (!mayCreateEmoji(role)) throw forbidden('GUEST', 'Guests add no emoji.');
  const identity = [newId(), workspaceId, input.name, ctx.caller.user.id];
  const [row] =
    input.aliasOf === undefined
      ? await insertPicture(identity, pictureOf(input.image ?? ''))
      : await asAlias([...identity, input.aliasOf]);
  if (!row) throw await whyNot(workspaceId, input);
  tellEmojiChanged(ctx.realtime, workspaceId);
  return emojiView(row);
}

function insertPicture(identity: readonly string[], { mime, bytes }: Picture): Promise<EmojiRow[]> {
  return withPicture([...identity, mime, bytes]);
}

function pictureOf(base64: string): Picture {
  const bytes = Buffer.from(base64, 'base64');
  const picture = bytes.toString('base64') === base64 ? readPicture(bytes) : null;
  if (!picture) throw invalidField('image', 'Choose a PNG, GIF, WebP or JPEG.');
  if (bytes.length > maxPictureBytes) throw invalidField('image', `A picture may have ${maxPictureBytes / 1024} KiB.`);
  if (Math.max(picture.width, picture.height) > maxPicturePixels)
    throw invalidField('image', `A picture may be ${maxPicturePixels} pixels wide and high.`);
  return picture;
}

async function whyNot(workspaceId: string, { name, aliasOf }: CreateEmojiInput): Promise<AppError> {
  const [taken] = await byName([workspaceId, name]);
  if (taken) return conflict('EMOJI_TAKEN', 'There is an emoji of this name already.');
  if (aliasOf !== undefined && (await byName([workspaceId, aliasOf])).length === 0)
    return invalidField('aliasOf', 'There is no such emoji here.');
  const message = `There are ${maxEmojiOfWorkspace} emoji already. Remove some first.`;
  return new AppError({ code: 'PRECONDITION_FAILED', reason: 'TOO_MANY_EMOJI', message });
}
