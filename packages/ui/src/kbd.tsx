'use client';

import clsx from 'clsx';
import { keyCaps } from './keys.tsx';
import { useIsMac } from './use-is-mac.tsx';

export interface KbdProps {
  /** Joined by `+`: `mod+k`, `shift+escape`. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string;
  /** `plain` has no outline, for menus and tooltips. */
  variant?: 'outline' | 'plain' | undefined;
  className?: string | undefined;
}

/** A shortcut, in the words of the platform. */
export function Kbd({ keys, variant = 'outline', className }: KbdProps) {
  const caps = keyCaps(keys, useIsMac());
  return (
    <kbd
      className={clsx(
        'inline-flex shrink-0 items-center gap-1 whitespace-nowrap font-sans text-2xs leading-4',
        variant === 'outline' && 'rounded-xs border border-line-strong px-1 text-ink-3',
        className,
      )}
    >
      {caps.join(' ')}
    </kbd>
  );
}
