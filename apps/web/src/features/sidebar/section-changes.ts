import { uuidv7 } from 'uuidv7';
import type { SectionDraft } from '../../sync/sections.ts';

type Change = (sections: readonly SectionDraft[]) => readonly SectionDraft[];

const without = (channelId: string) => (section: SectionDraft) =>
  section.channelIds.includes(channelId)
    ? { ...section, channelIds: section.channelIds.filter((id) => id !== channelId) }
    : section;

/** Puts a channel into a section of one's own, out of any other; null for none. */
export function putInSection(channelId: string, sectionId: string | null): Change {
  return (sections) =>
    sections
      .map(without(channelId))
      .map((section) =>
        section.id === sectionId ? { ...section, channelIds: [...section.channelIds, channelId] } : section,
      );
}

/** A new section at the end, with a channel in it where one is named. It has its id at once: it may be changed before it is saved. */
export function addSection(name: string, channelId?: string): Change {
  const id = uuidv7();
  return (sections) => [
    ...(channelId === undefined ? sections : sections.map(without(channelId))),
    { id, name, channelIds: channelId === undefined ? [] : [channelId], collapsed: false, order: 'NAME' },
  ];
}

export function changeSection(
  sectionId: string,
  change: Partial<Pick<SectionDraft, 'name' | 'collapsed' | 'order'>>,
): Change {
  return (sections) => sections.map((section) => (section.id === sectionId ? { ...section, ...change } : section));
}

/** Takes a section away; its channels go back to where they would be. */
export function removeSection(sectionId: string): Change {
  return (sections) => sections.filter((section) => section.id !== sectionId);
}

/** Moves a section up (-1) or down (1) among the others. */
export function moveSection(sectionId: string, step: -1 | 1): Change {
  return (sections) => {
    const from = sections.findIndex((section) => section.id === sectionId);
    const moved = sections[from];
    const to = from + step;
    if (!moved || to < 0 || to >= sections.length) return sections;
    return sections.toSpliced(from, 1).toSpliced(to, 0, moved);
  };
}
