'use client';

import { Popover } from '@parley/ui/popover';
import type { ReactElement, RefObject } from 'react';
import { EmojiPicker } from './emoji-picker.tsx';

export interface EmojiPopoverProps {
  trigger: ReactElement;
  /** What the choice is for: `Add a reaction`. */
  label: string;
  /** The edge of the button that it keeps to. */
  align: 'start' | 'end';
  open: boolean;
  /** What has the focus once it is closed; the button, if nothing is said. */
  focusAfter?: RefObject<HTMLElement | null>;
  onOpenChange: (open: boolean) => void;
  /** What was chosen; the choice closes. */
  onPick: (emoji: string) => void;
}

/** All emoji, beside the button that opens them. */
export function EmojiPopover({ trigger, label, align, open, onOpenChange, focusAfter, onPick }: EmojiPopoverProps) {
  const pick = (emoji: string): void => {
    onOpenChange(false);
    onPick(emoji);
  };
  return (
    <Popover
      trigger={trigger}
      label={label}
      open={open}
      onOpenChange={onOpenChange}
      align={align}
      finalFocus={focusAfter}
      className="h-96 w-88 overflow-hidden! p-0"
    >
      <EmojiPicker onPick={pick} />
    </Popover>
  );
}
