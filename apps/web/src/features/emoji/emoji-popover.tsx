'use client';

import { Popover } from '@parley/ui/popover';
import type { ReactElement } from 'react';
import { EmojiPicker } from './emoji-picker.tsx';

export interface EmojiPopoverProps {
  trigger: ReactElement;
  /** What the choice is for: `Add a reaction`. */
  label: string;
  onPick: (emoji: string) => void;
  onOpenChange: (open: boolean) => void;
}

/** The picker beside what opened it. Open from the start: its code was fetched because somebody asked for it. */
export function EmojiPopover({ trigger, label, onPick, onOpenChange }: EmojiPopoverProps) {
  return (
    <Popover
      trigger={trigger}
      label={label}
      open
      onOpenChange={onOpenChange}
      align="end"
      className="h-96 w-88 overflow-hidden! p-0"
    >
      <EmojiPicker onPick={onPick} />
    </Popover>
  );
}
