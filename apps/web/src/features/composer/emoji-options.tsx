'use client';

import { useMemo } from 'react';
import { useEmoji } from '../emoji/use-emoji.ts';
import type { CompletionItem } from './completion-item.ts';
import type { CompletionListProps } from './completion-list.tsx';
import { CompletionOptions } from './completion-options.tsx';

const MOST = 8;

/** Emoji whose names begin as is typed. */
export function EmojiOptions(props: CompletionListProps) {
  const index = useEmoji();
  const { query } = props.trigger;
  const items = useMemo(
    () =>
      (index?.search(query, MOST) ?? []).map(
        ({ unicode, label, shortcodes }): CompletionItem => ({
          key: unicode,
          insert: unicode,
          icon: <span className="text-lg leading-none">{unicode}</span>,
          label: shortcodes[0] ? `:${shortcodes[0]}:` : label,
          detail: shortcodes[0] ? label : '',
        }),
      ),
    [index, query],
  );
  return <CompletionOptions {...props} label="Emoji" items={items} />;
}
