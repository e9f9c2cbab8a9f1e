'use client';

import { IconButton } from '@parley/ui/icon-button';
import clsx from 'clsx';
import ALargeSmall from 'lucide-react/icons/a-large-small';
import SmilePlus from 'lucide-react/icons/smile-plus';
import { type RefObject, Suspense, startTransition, useState } from 'react';
import { lateComponent } from '../shell/late-code.ts';
import { insertAtCaret } from './text-formats.ts';

const EmojiInsert = lateComponent(async () => (await import('./emoji-insert.tsx')).EmojiInsert);

export interface ComposerInsertsProps {
  field: RefObject<HTMLTextAreaElement | null>;
  disabled: boolean;
  /** There is little room: only what a key can't do as well. */
  narrow: boolean;
  /** On a phone the bar that formats is shown when it is asked for. */
  formatting: boolean;
  onFormatting: () => void;
}

/** Buttons for what not everybody knows how to type: an emoji, and somebody's name. */
export function ComposerInserts({ field, disabled, narrow, formatting, onFormatting }: ComposerInsertsProps) {
  const [asked, setAsked] = useState(false);
  const emoji = (
    <IconButton
      label="Emoji"
      size="sm"
      disabled={disabled}
      onClick={asked ? undefined : () => startTransition(() => setAsked(true))}
    >
      <SmilePlus size={16} />
    </IconButton>
  );
  return (
    <div className="-ml-1.5 flex gap-0.5">
      <IconButton
        label="Formatting"
        size="sm"
        pressed={formatting}
        disabled={disabled}
        className="sm:hidden"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onFormatting}
      >
        <ALargeSmall size={18} />
      </IconButton>
      <span className={clsx('flex', narrow && 'max-sm:hidden')}>
        <Suspense fallback={emoji}>{asked ? <EmojiInsert field={field} trigger={emoji} /> : emoji}</Suspense>
      </span>
      {narrow ? null : (
        <IconButton
          label="Mention somebody"
          size="sm"
          disabled={disabled}
          // The field keeps its focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => field.current && insertAtCaret(field.current, '@')}
        >
          <span aria-hidden="true" className="font-medium text-base leading-none">
            @
          </span>
        </IconButton>
      )}
    </div>
  );
}
