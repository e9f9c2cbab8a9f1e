import { newId } from '@parley/db/ids';
import { prepared } from '@parley/db/query';
import { transaction } from '@parley/db/transaction';
import { z } from 'zod';
import type { WorkspaceMembership } from '../access/workspace-access.ts';
import { conflict, notFound } from '../app-error.ts';
import type { VerbContext } from '../trpc/context.ts';
import { type SaveSectionsInput, sectionLooks, sectionOrder } from './section.input.ts';
import { tellUser } from './tell-channel.ts';

/** The caller's own sections of channels in a workspace, and how the others look. `version` grows with each change of any. */
export const sectionsSchema = z.object({
  version: z.int().nonnegative(),
  sections: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      channelIds: z.array(z.uuid()),
      collapsed: z.boolean(),
      sort: z.int(),
      order: sectionOrder,
    }),
  ),
  looks: sectionLooks,
});

/** Until somebody says otherwise: conversations by their latest message, all else by name. */
const usualLooks: z.infer<typeof sectionLooks> = {
  starred: { collapsed: false, order: 'NAME' },
  channels: { collapsed: false, order: 'NAME' },
  directs: { collapsed: false, order: 'RECENT' },
};

export type Sections = z.infer<typeof sectionsSchema>;
type Context = VerbContext & { readonly membership: WorkspaceMembership };

// Channels that the person is not in any more are left out as they are read, in the order they were put.
const read = prepared<Omit<Sections, 'looks'> & { readonly looks: Sections['looks'] | null }>({
  name: 'section_list',
  text: `SELECT w."sectionsVersion" AS version, coalesce((
      SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'collapsed', s.collapsed, 'sort', s.sort, 'order', s."sortBy", 'channelIds',
        ARRAY(SELECT p.id FROM unnest(s."channelIds") WITH ORDINALITY AS p(id, n)
          JOIN "ChannelMember" cm ON cm."channelId" = p.id AND cm."userId" = s."userId" AND cm."leftAt" IS NULL
          JOIN "Channel" c ON c.id = p.id AND c."workspaceId" = s."workspaceId" AND c."deletedAt" IS NULL
          ORDER BY p.n)) ORDER BY s.sort, s.id)
      FROM "ChannelSection" s WHERE s."userId" = w."userId" AND s."workspaceId" = w."workspaceId"), '[]') AS sections, w."sectionLooks" AS looks
    FROM "Member" w WHERE w."workspaceId" = $1 AND w."userId" = $2`,
});

const nextVersion = prepared<{ version: number }>({
  name: 'section_version',
  text: `UPDATE "Member" SET "sectionsVersion" = "sectionsVersion" + 1, "sectionLooks" = coalesce($4::jsonb, "sectionLooks")
    WHERE "workspaceId" = $1 AND "userId" = $2 AND ($3::int IS NULL OR "sectionsVersion" = $3)
    RETURNING "sectionsVersion" AS version`,
});

const clear = prepared({
  name: 'section_clear',
  text: `DELETE FROM "ChannelSection" WHERE "workspaceId" = $1 AND "userId" = $2`,
});

const insert = prepared<{ id: string }>({
  name: 'section_insert',
  text: `INSERT INTO "ChannelSection" (id, "workspaceId", "userId", name, "channelIds", collapsed, sort, "sortBy")
    VALUES ($1, $2, $3, $4, $5::uuid[], $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
});

/** The caller's sections, in their order. */
export async function listSections(ctx: Context): Promise<Sections> {
  const [row] = await read([ctx.membership.workspaceId, ctx.caller.user.id]);
  if (!row) throw notFound();
  return { ...row, looks: row.looks ?? usualLooks };
}

/**
 * Replaces all sections of the caller's in a workspace. With `version`, only what was read at that version: two devices
 * that change at once do not undo each other, the later one is CONFLICT (SECTIONS_CHANGED) and reads anew.
 */
export async function saveSections(ctx: Context, input: SaveSectionsInput): Promise<Sections> {
  const { workspaceId, sections, version, looks } = input;
  const userId = ctx.caller.user.id;
  await transaction(async (client) => {
    const [next] = await nextVersion(
      [workspaceId, userId, version ?? null, looks ? JSON.stringify(looks) : null],
      client,
    );
    if (!next) throw conflict('SECTIONS_CHANGED', 'The sections were changed on another device. Look at them again.');
    await clear([workspaceId, userId], client);
    for (const { id, name, channelIds, collapsed, sort, order } of sections) {
      const section = [workspaceId, userId, name, channelIds, collapsed, sort, order] as const;
      const [named] = await insert([id ?? newId(), ...section], client);
      // Somebody else's has that id, or one before it in this list.
      if (!named) await insert([newId(), ...section], client);
    }
  });
  const saved = await listSections(ctx);
  tellUser(ctx.realtime, userId, { type: 'sectionsChanged', workspaceId, version: saved.version });
  return saved;
}
