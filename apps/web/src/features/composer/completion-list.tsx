'use client';

import type { Ref } from 'react';
import { ChannelOptions } from './channel-options.tsx';
import { CommandOptions } from './command-options.tsx';
import type { CompletionItem, CompletionKeys } from './completion-item.ts';
import { EmojiOptions } from './emoji-options.tsx';
import type { Trigger, TriggerKind } from './find-trigger.ts';
import { PersonOptions } from './person-options.tsx';

export interface CompletionListProps {
  readonly ref: Ref<CompletionKeys>;
  readonly id: string;
  /** The conversation's `talkKey`. */
  readonly talk: string;
  readonly trigger: Trigger;
  /** What the list stands above. */
  readonly anchor: () => Element | null;
  /** The id of the option that Enter takes; null while there is none. */
  readonly onActive: (id: string | null) => void;
  readonly onChoose: (item: CompletionItem) => void;
}

const kinds = {
  person: PersonOptions,
  channel: ChannelOptions,
  emoji: EmojiOptions,
  command: CommandOptions,
} satisfies Record<TriggerKind, unknown>;

/** What answers to what is being typed. Draws nothing when nothing does. */
export function CompletionList(props: CompletionListProps) {
  const Options = kinds[props.trigger.kind];
  return <Options {...props} />;
}
