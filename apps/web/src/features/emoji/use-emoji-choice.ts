'use client';

import { useMemo } from 'react';
import { customChoices } from './custom-choices.ts';
import type { Emoji, EmojiIndex } from './emoji-index.ts';
import { useCustomEmoji } from './use-custom-emoji.ts';
import { useEmoji } from './use-emoji.ts';

/** What can be chosen from. */
export interface EmojiChoice {
  readonly index: EmojiIndex;
  /** The workspace's own. */
  readonly custom: readonly Emoji[];
}

/** All emoji to choose from; null until Unicode's are here. The workspace's own may follow. */
export function useEmojiChoice(): EmojiChoice | null {
  const index = useEmoji();
  const { data } = useCustomEmoji();
  return useMemo(() => index && { index, custom: customChoices(data ?? []) }, [index, data]);
}
