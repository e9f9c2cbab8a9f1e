import { z } from 'zod';
import { id, sequence } from '../input/fields.ts';
import { nameText } from '../input/text.ts';

/** By name, by the latest message, or what is unread first. */
export const sectionOrder = z.enum(['NAME', 'RECENT', 'UNREAD']);
const look = z.strictObject({ collapsed: z.boolean(), order: sectionOrder });
/** How the sections that everybody has look to a person. */
export const sectionLooks = z.strictObject({ starred: look, channels: look, directs: look });

const section = z.strictObject({
  /** Of a section that is there already, or what a new one is to be called by; left out, the server makes one up. */
  id: id.optional(),
  name: nameText({ min: 1, max: 80 }),
  channelIds: z.array(id).max(1_000),
  collapsed: z.boolean().default(false),
  sort: z.number().int().min(0).max(10_000),
  order: sectionOrder.default('NAME'),
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
  /** Left out, they stay as they are. */
  looks: sectionLooks.optional(),
});

export type SaveSectionsInput = z.output<typeof saveSectionsInput>;
