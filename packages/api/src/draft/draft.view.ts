import { z } from 'zod';
import { type DbTime, isoTime } from '../view-time.ts';

/** What somebody has begun to write in a channel or a thread. One that is empty was sent or thrown away. */
export const draftSchema = z
  .object({
    channelId: z.uuid(),
    parentId: z.uuid().nullable(),
    body: z.string(),
    fileIds: z.array(z.uuid()),
    version: z.int().positive(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Draft' });

export type Draft = z.infer<typeof draftSchema>;

export interface DraftRow {
  readonly channelId: string;
  readonly parentId: string | null;
  readonly body: string;
  readonly fileIds: string[];
  readonly version: number;
  readonly updatedAt: DbTime;
}

/** The columns of `DraftRow` for `"Draft" d`. */
export const draftColumns = `d."channelId", d."parentId", d.body, d."fileIds", d.version, d."updatedAt"`;

/** A draft as its author sees it. */
export function draftView(row: DraftRow): Draft {
  const { channelId, parentId, body, fileIds, version } = row;
  return { channelId, parentId, body, fileIds, version, updatedAt: isoTime(row.updatedAt) };
}
