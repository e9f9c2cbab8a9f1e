import { z } from 'zod';
import { id, sequence } from '../input/fields.ts';
import { nameText } from '../input/text.ts';

const section = z.strictObject({
  /** Of a section that is there already; left out, it is a new one. */
  id: id.optional(),
  name: nameText({ min: 1, max: 80 }),
  channelIds: z.array(id).max(1_000),
  collapsed: z.boolean().default(false),
  sort: z.number().int().min(0).max(10_000),
});

function eachOnce(sections: ReadonlyArray<{ readonly channelIds: readonly string[] }>): boolean {
  const ids = sections.flatMap((one) => one.channelIds);
  return new Set(ids).size === ids.length;
}

export const listSectionsInput = z.strictObject({ workspaceId: id });
export const saveSectionsInput = z.strictObject({
  workspaceId: id,
  /** The version that the change is based on; left out, it replaces whatever is there. */
  version: sequence.optional(),
  sections: z.array(section).max(50).refine(eachOnce, 'A channel stands in one section.'),
});

export type SaveSectionsInput = z.output<typeof saveSectionsInput>;
