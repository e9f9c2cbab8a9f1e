'use client';

import { type ReactElement, type RefObject, useState } from 'react';
import { EmojiPopover } from '../emoji/emoji-popover.tsx';
import { insertAtCaret } from './text-formats.ts';

export interface EmojiInsertProps {
  field: RefObject<HTMLTextAreaElement | null>;
  trigger: ReactElement;
}

/** The choice of an emoji for the field. Open from the start: its code was fetched because somebody asked for it. */
export function EmojiInsert({ field, trigger }: EmojiInsertProps) {
  const [open, setOpen] = useState(true);
  return (
    <EmojiPopover
      label="Choose an emoji"
      align="start"
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      focusAfter={field}
      onPick={(emoji) => field.current && insertAtCaret(field.current, `${emoji} `)}
    />
  );
}
