'use client';

import { type ComponentType, cloneElement, type ReactElement, useEffect, useState } from 'react';
import { lateCode } from '../shell/late-code.ts';
import type { EmojiPopoverProps } from './emoji-popover.tsx';

type EmojiPopoverType = ComponentType<EmojiPopoverProps>;

let loaded: EmojiPopoverType | null = null;

/** Fetches the choice of emoji before somebody asks for it. */
export async function fetchEmojiPopover(): Promise<EmojiPopoverType> {
  loaded ??= (await import('./emoji-popover.tsx')).EmojiPopover;
  return loaded;
}

const openEmojiPopover = lateCode(fetchEmojiPopover);

export interface EmojiButtonProps extends Omit<EmojiPopoverProps, 'trigger'> {
  trigger: ReactElement<{ onClick?: () => void }>;
}

/** A button that opens the choice of emoji, whose code is fetched with the first press. */
export function EmojiButton({ trigger, open, onOpenChange, ...rest }: EmojiButtonProps) {
  const [Popover, setPopover] = useState(() => loaded);
  useEffect(() => {
    if (!open || Popover) return;
    void openEmojiPopover().then(
      (popover) => setPopover(() => popover),
      () => onOpenChange(false),
    );
  }, [open, Popover, onOpenChange]);
  if (!Popover) return cloneElement(trigger, { onClick: () => onOpenChange(true) });
  return <Popover {...rest} trigger={trigger} open={open} onOpenChange={onOpenChange} />;
}
