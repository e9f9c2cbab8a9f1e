import type { Emoji } from './emoji-index.ts';
import type { CustomEmoji } from './use-custom-emoji.ts';

/** The workspace's own emoji as they are chosen from: each once, with its other names. */
export function customChoices(items: readonly CustomEmoji[]): Emoji[] {
  const others = new Map<string, string[]>();
  for (const { name, aliasOf } of items) {
    if (aliasOf !== null) others.set(aliasOf, [...(others.get(aliasOf) ?? []), name]);
  }
  return items
    .filter((item) => item.aliasOf === null)
    .map(({ name, url }) => ({
      unicode: `:${name}:`,
      label: name.replaceAll(/[_-]+/g, ' ').trim() || name,
      shortcodes: [name, ...(others.get(name) ?? [])],
      tags: [],
      skins: [],
      url,
    }));
}
