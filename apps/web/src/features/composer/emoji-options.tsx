'use client';

import { useMemo } from 'react';
import { EmojiPicture } from '../emoji/emoji-picture.tsx';
import { useEmojiChoice } from '../emoji/use-emoji-choice.ts';
import type { CompletionItem } from './completion-item.ts';
import type { CompletionListProps } from './completion-list.tsx';
import { CompletionOptions } from './completion-options.tsx';

const MOST = 8;

/** Emoji whose names begin as is typed. */
export function EmojiOptions(props: CompletionListProps) {
  const choice = useEmojiChoice();
  const { query } = props.trigger;
  const items = useMemo(
    () =>
      (choice?.index.search(query, MOST, choice.custom) ?? []).map(
        ({ unicode, label, shortcodes, url }): CompletionItem => ({
          key: unicode,
          insert: unicode,
          icon: (
            <span className="text-lg leading-none">{url ? <EmojiPicture text={unicode} url={url} /> : unicode}</span>
          ),
          label: shortcodes[0] ? `:${shortcodes[0]}:` : label,
          detail:
            shortcodes[0] && url === undefined
              ? label
              : shortcodes
                  .slice(1)
                  .map((name) => `:${name}:`)
                  .join(' '),
        }),
      ),
    [choice, query],
  );
  return <CompletionOptions {...props} label="Emoji" items={items} />;
}
