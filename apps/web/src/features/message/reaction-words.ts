export interface ReactionSaid {
  emoji: string;
  /** Of the others who are known by name. */
  names: readonly string[];
  mine: boolean;
  count: number;
}

const NAMED = 12;

/** Who set an emoji, in words: `Ana, Ben and you reacted with 🎉`. */
export function reactionWords({ emoji, names, mine, count }: ReactionSaid): string {
  const named = names.slice(0, NAMED);
  const unnamed = count - named.length - (mine ? 1 : 0);
  const parts = [
    ...named,
    ...(mine ? ['you'] : []),
    ...(unnamed > 0 ? [`${unnamed} ${others(unnamed, named, mine)}`] : []),
  ];
  const said = listed(parts);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} reacted with ${emoji}`;
}

function others(count: number, named: readonly string[], mine: boolean): string {
  if (named.length === 0 && !mine) return count === 1 ? 'person' : 'people';
  return count === 1 ? 'other' : 'others';
}

/** Parts of a list in a sentence. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
