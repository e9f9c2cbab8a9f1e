'use client';

import { useEffect, useState } from 'react';
import type { EmojiIndex } from './emoji-index.ts';
import { loadEmoji, loadedEmoji } from './load-emoji.ts';

/** All emoji, fetched because the component wants them; null until they are here. */
export function useEmoji({ wanted = true }: { wanted?: boolean } = {}): EmojiIndex | null {
  const [index, setIndex] = useState(loadedEmoji);
  useEffect(() => {
    if (!wanted || index) return undefined;
    let stands = true;
    loadEmoji().then(
      (all) => stands && setIndex(all),
      () => undefined,
    );
    return () => {
      stands = false;
    };
  }, [wanted, index]);
  return index;
}
