import type { EmojiIndex } from './emoji-index.ts';

let loading: Promise<EmojiIndex> | null = null;
let loaded: EmojiIndex | null = null;

/** All emoji, fetched when they are first asked for. A failure is tried anew by the next who asks. */
export function loadEmoji(): Promise<EmojiIndex> {
  loading ??= readEmoji().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** All emoji, if they are here. */
export function loadedEmoji(): EmojiIndex | null {
  return loaded;
}

async function readEmoji(): Promise<EmojiIndex> {
  const [{ EmojiIndex }, { default: data }, { default: shortcodes }, { default: otherNames }] = await Promise.all([
    import('./emoji-index.ts'),
    import('emojibase-data/en/compact.json'),
    import('emojibase-data/en/shortcodes/iamcal.json'),
    import('emojibase-data/en/shortcodes/github.json'),
  ]);
  loaded = new EmojiIndex(data, shortcodes, otherNames);
  return loaded;
}
