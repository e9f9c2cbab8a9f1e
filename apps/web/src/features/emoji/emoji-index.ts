import { spelledEmoji } from '@parley/api/input/spelled-emoji';

/** An emoji as the data has it. */
interface EmojiItem {
  readonly hexcode: string;
  readonly unicode: string;
  readonly label: string;
  readonly order?: number | undefined;
  readonly group?: number | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly skins?: readonly EmojiItem[] | undefined;
}

/** The short names by hexcode. */
type EmojiNames = Readonly<Record<string, string | readonly string[]>>;

/** One emoji to choose. */
export interface Emoji {
  /** As it is written: of Unicode, or `:name:` of the workspace's own. */
  readonly unicode: string;
  /** `thumbs up` */
  readonly label: string;
  /** Without colons, the usual one first. */
  readonly shortcodes: readonly string[];
  readonly tags: readonly string[];
  /** From the lightest to the darkest; empty for one that has no colour of skin. */
  readonly skins: readonly string[];
  /** The picture of one of the workspace's own. */
  readonly url?: string;
}

export interface EmojiGroup {
  readonly label: string;
  readonly emoji: readonly Emoji[];
}

/** The groups as the data numbers them; the one left out is of parts that are no emoji by themselves. */
const groupLabels: ReadonlyMap<number, string> = new Map([
  [0, 'Smileys'],
  [1, 'People'],
  [3, 'Animals and nature'],
  [4, 'Food and drink'],
  [5, 'Travel and places'],
  [6, 'Activities'],
  [7, 'Objects'],
  [8, 'Symbols'],
  [9, 'Flags'],
]);
const TONES = 5;

function listed(names: string | readonly string[] = []): readonly string[] {
  return typeof names === 'string' ? [names] : names;
}

function emojiOf(item: EmojiItem, shortcodes: EmojiNames): Emoji {
  const { unicode, label, tags = [], skins = [] } = item;
  return {
    unicode: spelledEmoji(unicode),
    label,
    tags,
    shortcodes: listed(shortcodes[item.hexcode]),
    skins: skins.slice(0, TONES).map((skin) => spelledEmoji(skin.unicode)),
  };
}

/** All emoji: by group, by name, and what a few letters find. */
export class EmojiIndex {
  readonly groups: readonly EmojiGroup[];
  readonly #byShortcode = new Map<string, Emoji>();
  readonly #byUnicode = new Map<string, Emoji>();

  /** `otherNames` are understood too, but not shown. */
  constructor(data: readonly EmojiItem[], shortcodes: EmojiNames, otherNames: EmojiNames = {}) {
    const groups = new Map([...groupLabels.keys()].map((group): [number, Emoji[]] => [group, []]));
    for (const item of data.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))) {
      const emoji = emojiOf(item, shortcodes);
      groups.get(item.group ?? -1)?.push(emoji);
      for (const code of emoji.shortcodes) if (!this.#byShortcode.has(code)) this.#byShortcode.set(code, emoji);
      for (const unicode of [emoji.unicode, ...emoji.skins]) this.#byUnicode.set(unicode, emoji);
    }
    for (const item of data) {
      const emoji = this.find(item.unicode);
      for (const code of listed(otherNames[item.hexcode])) {
        if (emoji && !this.#byShortcode.has(code)) this.#byShortcode.set(code, emoji);
      }
    }
    this.groups = [...groups].map(([group, emoji]) => ({ label: groupLabels.get(group) ?? '', emoji }));
  }

  /** The emoji that `:name:` stands for. */
  named(shortcode: string): Emoji | undefined {
    return this.#byShortcode.get(shortcode.toLowerCase());
  }

  /** What is known of an emoji, whatever its colour of skin. */
  find(unicode: string): Emoji | undefined {
    return this.#byUnicode.get(spelledEmoji(unicode));
  }

  /** The emoji that words find, the best first: by short name, by name, by what they are about; `own` among them. */
  search(words: string, most: number, own: readonly Emoji[] = []): Emoji[] {
    const wanted = words
      .toLowerCase()
      .replace(/^:|:$/g, '')
      .trim()
      .split(/[\s_]+/)
      .filter(Boolean);
    if (wanted.length === 0) return [];
    return [own, ...this.groups.map(({ emoji }) => emoji)]
      .flatMap((group) => group.map((emoji) => ({ emoji, score: scoreOf(emoji, wanted) })))
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ emoji }) => emoji);
  }
}

/** How well an emoji answers to all of the words; 0 when it does not. */
function scoreOf(emoji: Emoji, words: readonly string[]): number {
  const whole = words.join('_');
  if (emoji.shortcodes.includes(whole)) return 100;
  if (emoji.shortcodes.some((code) => code.startsWith(whole))) return 60;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) least = Math.min(least, wordScore(emoji, word));
  return least;
}

function wordScore({ label, shortcodes, tags }: Emoji, word: string): number {
  if (label.split(' ').some((part) => part.startsWith(word))) return 40;
  if (shortcodes.some((code) => code.split('_').some((part) => part.startsWith(word)))) return 30;
  if (tags.includes(word)) return 20;
  if (tags.some((tag) => tag.startsWith(word))) return 10;
  return 0;
}
