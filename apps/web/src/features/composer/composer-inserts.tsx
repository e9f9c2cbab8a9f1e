'use client';

import { IconButton } from '@parley/ui/icon-button';
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
}

/** Buttons for what not everybody knows how to type: an emoji, and somebody's name. */
export function ComposerInserts({ field, disabled, narrow }: ComposerInsertsProps) {
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
    <div className="-ml-1.5 flex gap-0.5 max-sm:hidden">
      <Suspense fallback={emoji}>{asked ? <EmojiInsert field={field} trigger={emoji} /> : emoji}</Suspense>
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
