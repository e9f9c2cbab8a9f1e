import type { Emoji } from './emoji-index.ts';
import { COLUMNS } from './grid-measures.ts';
import type { EmojiChoice } from './use-emoji-choice.ts';

/** A line of the picker: a heading, or emoji side by side. */
export type PickerLine =
  | { readonly type: 'heading'; readonly label: string }
  | { readonly type: 'emoji'; readonly label: string; readonly emoji: readonly Emoji[] };

/** Where an emoji stands: its line, and how far from the left. */
export interface PickerPlace {
  readonly line: number;
  readonly column: number;
}

const MOST_FOUND = 90;

/** What the picker shows: what was used most, the workspace's own and all groups, or what the words find. */
export function pickerLines({ index, custom }: EmojiChoice, words: string, frequent: readonly string[]): PickerLine[] {
  if (words.trim() !== '') return sectionLines('Found', index.search(words, MOST_FOUND, custom));
  const used = frequent.flatMap((unicode) => {
    const emoji = custom.find((own) => own.unicode === unicode) ?? index.find(unicode);
    return emoji ? [{ ...emoji, unicode, skins: [] }] : [];
  });
  return [
    ...sectionLines('Used most', used),
    ...sectionLines('This workspace', custom),
    ...index.groups.flatMap(({ label, emoji }) => sectionLines(label, emoji)),
  ];
}

function sectionLines(label: string, emoji: readonly Emoji[]): PickerLine[] {
  if (emoji.length === 0) return [];
  const lines: PickerLine[] = [{ type: 'heading', label }];
  for (let start = 0; start < emoji.length; start += COLUMNS) {
    lines.push({ type: 'emoji', label, emoji: emoji.slice(start, start + COLUMNS) });
  }
  return lines;
}

/** The emoji at a place. */
export function emojiAt(lines: readonly PickerLine[], { line, column }: PickerPlace): Emoji | undefined {
  const found = lines[line];
  return found?.type === 'emoji' ? found.emoji[column] : undefined;
}

/** The first emoji there is. */
export function firstPlace(lines: readonly PickerLine[]): PickerPlace {
  return {
    line: Math.max(
      0,
      lines.findIndex((line) => line.type === 'emoji'),
    ),
    column: 0,
  };
}

/** Where an arrow key leads from a place; the place itself at the edges, null for other keys. */
export function placeAfter(lines: readonly PickerLine[], place: PickerPlace, key: string): PickerPlace | null {
  switch (key) {
    case 'ArrowRight':
      return emojiAt(lines, { ...place, column: place.column + 1 })
        ? { ...place, column: place.column + 1 }
        : nextLine(lines, place, { step: 1, column: 0 });
    case 'ArrowLeft':
      return place.column > 0
        ? { ...place, column: place.column - 1 }
        : nextLine(lines, place, { step: -1, column: COLUMNS - 1 });
    case 'ArrowDown':
      return nextLine(lines, place, { step: 1, column: place.column });
    case 'ArrowUp':
      return nextLine(lines, place, { step: -1, column: place.column });
    default:
      return null;
  }
}

function nextLine(
  lines: readonly PickerLine[],
  place: PickerPlace,
  { step, column }: { step: 1 | -1; column: number },
): PickerPlace {
  for (let line = place.line + step; line >= 0 && line < lines.length; line += step) {
    const found = lines[line];
    if (found?.type === 'emoji') return { line, column: Math.min(column, found.emoji.length - 1) };
  }
  return place;
}
